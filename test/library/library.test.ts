/** The library as Nix programs see it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { createMemoryIo } from "../../src/io/memory.js";
import { libraryModules, libraryPath, readChart } from "../../src/library/index.js";
import { createMachine } from "../../src/nix/create-machine.js";
import { toBytes, toText } from "../../src/nix/eval/bytes.js";
import { NixError } from "../../src/nix/eval/errors.js";
import { type Plain, toPlain } from "../../src/nix/plain.js";
import { Source } from "../../src/nix/syntax/source.js";
import { manifestText } from "../../src/output/manifests.js";

const good = 'name = "web"; version = "1.0.0";';

function prepare(files: Readonly<Record<string, string>> = {}) {
  const searchPath = [{ prefix: "nix-helm-generator", path: libraryPath }];
  const machine = createMachine({ io: createMemoryIo({ files }), settings: { searchPath }, modules: libraryModules() });
  const value = (text: string) => {
    const source = `let lib = import <nix-helm-generator> { }; in ${text}`;
    return machine.evaluate(new Source("test.nix", toBytes(source), "/", false));
  };
  return { machine, value };
}

function evaluate(text: string, files?: Readonly<Record<string, string>>): Plain {
  const { machine, value } = prepare(files);
  return toPlain(machine, value(text));
}

function failure(text: string, files?: Readonly<Record<string, string>>): NixError {
  try {
    evaluate(text, files);
  } catch (error) {
    if (error instanceof NixError) return error;
    throw error;
  }
  return assert.fail("it did not fail");
}

describe("mkChart", () => {
  it("gives a chart as data", () => {
    const names = evaluate(`builtins.attrNames (lib.mkChart { ${good} app.image = "nginx:1"; })`);
    assert.deepEqual(names, [
      "_type",
      "applyOrder",
      "chartMeta",
      "config",
      "k8sResources",
      "override",
      "productionResources",
      "warnings",
      "yamlOutput",
    ]);
  });

  it("evaluates neither image nor resources for the chart's name", () => {
    for (const rest of [
      "app = abort 1;",
      'app.image = throw "image";',
      'app = { image = "a:1"; replicas = 1 + "x"; };',
      'app.image = "a:1"; resources = throw "resources";',
      "app.image = throw 1; resources = abort 1;",
    ]) {
      assert.equal(evaluate(`(lib.mkChart { ${good} ${rest} }).chartMeta.name`), "web", rest);
    }
  });

  it("lets the error through when the part is needed", () => {
    const { message } = failure(`(lib.mkChart { ${good} app.image = throw "no image"; }).yamlOutput`);
    assert.equal(message, "no image");
  });

  it("can be caught when the config is wrong, at once", () => {
    for (const config of [
      '{ version = "1.0.0"; }',
      '{ name = "web"; version = "one"; }',
      `{ ${good} app = { image = "a:1"; ports = [ 70000 ]; }; }`,
      `{ ${good} app = { image = "a:1"; replica = 3; }; }`,
      `{ ${good} app = { image = "a:1"; replicas = x: x; }; }`,
    ]) {
      assert.equal(evaluate(`(builtins.tryEval (lib.mkChart ${config})).success`), false, config);
    }
  });

  it("lists every problem, also what fails to evaluate, each at its line", () => {
    const base = '{ version = "1.0.0";\n  app = {\n    ports = [ 70000 ];\n    env.A = [ ];\n  }; }';
    const error = failure('lib.mkChart (lib.recursiveUpdate (import /base.nix) { app.image = 1 + "x"; })', {
      "/base.nix": base,
    });
    const found = (error.detail as Diagnostic[]).map(({ code, location }) => [code, location?.file, location?.line]);
    assert.deepEqual(
      new Set(found.map(String)),
      new Set(["type,test.nix,1", "missing-field,,", "invalid-port,/base.nix,3", "wrong-type,/base.nix,4"]),
    );
  });

  it("tells what is wrong with resources along with everything else", () => {
    const error = failure(`lib.mkChart { name = "a/b"; version = "1.0.0"; app.image = "a:1";
      resources = [ { name = "b/c"; } (throw "third") ]; }`);
    const codes = (error.detail as Diagnostic[]).map(({ code, location }) => `${code} ${location?.line}`);
    assert.deepEqual(codes.sort(), ["invalid-name 1", "invalid-name 2", "throw 2"]);
  });

  it("blames an item of a list on the item", () => {
    const error = failure(`lib.mkChart { ${good} app = { image = "a:1"; ports = [\n80\n70000\n]; }; }`);
    assert.equal((error.detail as Diagnostic[])[0]?.location?.line, 3);
  });

  it("generates extra workloads only when manifests are asked for", () => {
    const chart = `lib.mkChart { ${good} app.image = "a:1"; resources = builtins.genList
      (i: { name = "w\${toString i}"; spec.replicas = 1; }) 3; }`;
    const roles = evaluate(`builtins.attrNames (${chart}).k8sResources`);
    assert.deepEqual(roles, ["deployment", "w0", "w1", "w2"]);
  });

  it("is made again by override", () => {
    const image = "k8sResources.deployment.spec.template.spec.containers";
    const [container] = evaluate(
      `((lib.mkChart { ${good} app.image = "a:1"; }).override (c: c // { app.image = "b:2"; })).${image}`,
    ) as { image: string }[];
    assert.equal(container?.image, "b:2");
  });

  it("keeps text as it is, byte for byte", () => {
    const text = "é🎉 {{ x }} on 0777";
    const data = `(lib.mkChart { ${good} app = { image = "a:1"; configData.t = "${text}"; }; }).k8sResources.configMap.data`;
    assert.deepEqual(evaluate(data), { t: text });
  });

  it("gives the same YAML as a build does", () => {
    const { machine, value } = prepare();
    const text = `lib.mkChart { ${good} app = { image = "a:1"; ports = [ 80 ]; configData.a = "b"; };
      resources = builtins.genList (i: { name = "w\${toString i}"; spec = { }; }) 12; }`;
    const chart = readChart(machine, value(text));
    assert.ok(chart);
    assert.equal(manifestText(chart.resources), toText(String(toPlain(machine, value(`(${text}).yamlOutput`)))));
  });
});

describe("a chart that was changed", () => {
  const chart = `lib.mkChart { ${good} app.image = "a:1"; }`;
  for (const change of [
    "k8sResources = null;",
    "k8sResources = [ ];",
    "k8sResources.d = { };",
    'k8sResources.d = { apiVersion = "v1"; kind = "ConfigMap"; metadata.name = 1; };',
    'k8sResources.d = { apiVersion = "v1"; kind = ""; metadata.name = "a"; };',
    "chartMeta = { };",
  ]) {
    it(`is refused with ${change}`, () => {
      const { machine, value } = prepare();
      assert.throws(() => readChart(machine, value(`${chart} // { ${change} }`)), NixError);
    });
  }

  it("is written as it was changed", () => {
    const { machine, value } = prepare();
    const more =
      'k8sResources = c.k8sResources // { x = { apiVersion = "v1"; kind = "ConfigMap"; metadata.name = "x"; }; };';
    const resources = readChart(machine, value(`let c = ${chart}; in c // { ${more} }`))?.resources;
    assert.deepEqual(
      resources?.map(({ kind }) => kind),
      ["Deployment", "ConfigMap"],
    );
  });
});

describe("mkMultiChart", () => {
  const group = `lib.mkMultiChart {
    name = "shop"; version = "1.0.0";
    global.namespace = "shop";
    charts = { a = { app.image = "a:1"; }; z = { app.image = "z:1"; }; off = { enabled = false; app.image = "o:1"; }; };
    dependencies = { a = [ "z" ]; };
    shared = [ { apiVersion = "v1"; kind = "ConfigMap"; metadata.name = "all"; data.k = "v"; } ];
  }`;

  it("orders its charts by what they need", () => {
    const { machine, value } = prepare();
    const resources = readChart(machine, value(group))?.resources ?? [];
    assert.deepEqual(
      resources.map(({ kind, metadata }) => `${kind} ${metadata.namespace} ${metadata.name}`),
      ["ConfigMap shop all", "Deployment shop z", "Deployment shop a"],
    );
  });

  it("has each chart, with what is global merged in", () => {
    assert.deepEqual(evaluate(`builtins.mapAttrs (_: chart: chart.config.namespace) (${group}).charts`), {
      a: "shop",
      z: "shop",
    });
  });

  it("names a circle", () => {
    const { message } = failure(`(${group}).override (g: g // { dependencies = { a = [ "z" ]; z = [ "a" ]; }; })`);
    assert.match(message, /circle: .*a.*z|circle: .*z.*a/);
  });
});

describe("small functions", () => {
  const cases: readonly (readonly [string, Plain])[] = [
    ["lib.splitIntoChunks 2 [ 1 2 3 4 5 ]", [[1, 2], [3, 4], [5]]],
    ["lib.splitIntoChunks 3 [ ]", []],
    ["lib.recursiveUpdate { a.b = 1; a.c = 2; } { a.b = 3; d = 4; }", { a: { b: 3, c: 2 }, d: 4 }],
    ['(lib.recursiveUpdate { a.b = throw "lazy"; } { a.c = 1; }).a.c', 1],
    ["lib.optionalAttrs false { a = 1; } // lib.optionalAttrs true { b = 2; }", { b: 2 }],
    ['lib.genAttrs [ "a" "b" ] (n: n + "!")', { a: "a!", b: "b!" }],
    ["lib.filterAttrs (n: v: v > 1) { a = 1; b = 2; }", { b: 2 }],
    ['lib.mapAttrs\' (n: v: lib.nameValuePair (n + "x") v) { a = 1; }', { ax: 1 }],
    ["lib.flatten [ 1 [ 2 [ 3 ] ] ]", [1, 2, 3]],
    ["lib.unique [ 1 2 1 ]", [1, 2]],
    ["lib.range 2 4", [2, 3, 4]],
    ['lib.attrByPath [ "a" "b" ] 0 { a.b = 1; }', 1],
    ['lib.attrByPath [ "a" "x" ] 0 { a.b = 1; }', 0],
    [
      'lib.validateResources { limits.cpu = "1000m"; requests.cpu = "1"; }',
      { limits: { cpu: "1000m" }, requests: { cpu: "1" } },
    ],
    ['(builtins.tryEval (lib.validateResources { limits.memory = "512Mi"; requests.memory = "1Gi"; })).success', false],
    ['lib.validateEnvironment "dev" { replicas = 1; imageTag = "x"; }', { imageTag: "x", replicas: 1 }],
    ['(builtins.tryEval (lib.validateEnvironment "dev" { replicas = 1; })).success', false],
    [
      `builtins.mapAttrs (_: c: c.config.namespace) (lib.mkEnvironments {
        base = { ${good} app.image = "a:1"; }; environments = { dev.namespace = "d"; prod.namespace = "p"; }; })`,
      { dev: "d", prod: "p" },
    ],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(evaluate(text), expected));

  it("tells which resources are out of order", () => {
    const { message } = failure('lib.validateResources { limits.cpu = "1"; requests.cpu = "2"; }');
    assert.equal(message, "cpu limit (1) must be >= cpu request (2)");
  });

  it("puts a valid config into a shell script as a comment", () => {
    assert.match(
      String(evaluate(`"\${lib.validateChartConfig { ${good} app.image = "a:1"; }}"`)),
      /^# web 1\.0\.0[^\n]*$/,
    );
    assert.equal(failure(`"\${lib.validateChartConfig { ${good} app.imag = "a:1"; }}"`).code, "host");
  });
});
