import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Chart,
  ChartError,
  deepMerge,
  environmentsOf,
  formatPath,
  mkChart,
  mkEnvironments,
  validateConfig,
} from "../../src/index.js";
import { at, resource } from "./reading.js";
import { chartWith } from "./sample.js";

const errorsIn = (make: () => unknown): string[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof ChartError) return error.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
    throw error;
  }
  return [];
};

describe("mkEnvironments", () => {
  const base = {
    name: "web",
    version: "1.0.0",
    app: { image: "nginx:1.27", replicas: 1, env: { A: "1" }, ports: [80, 81] },
  };

  it("merges each environment over the base", () => {
    const charts = mkEnvironments({
      base,
      environments: {
        dev: {},
        prod: { namespace: "prod", app: { replicas: 5, env: { B: "2", A: null }, ports: [80] } },
      },
    });
    assert.deepEqual(Object.keys(charts), ["dev", "prod"]);
    const { dev, prod } = charts as Record<"dev" | "prod", Chart>;
    assert.equal(at(resource(dev, "deployment"), "spec.replicas"), 1);
    assert.equal(at(resource(prod, "deployment"), "spec.replicas"), 5);
    assert.deepEqual(at(resource(prod, "deployment"), "spec.template.spec.containers.0.env"), [
      { name: "B", value: "2" },
    ]);
    assert.equal((at(resource(prod, "service"), "spec.ports") as unknown[]).length, 1, "lists are replaced");
    assert.equal(base.app.replicas, 1, "the base is not changed");
  });

  it("needs no base that is a chart by itself", () => {
    const charts = mkEnvironments({
      base: { version: "1.0.0" },
      environments: { a: { name: "a", app: { image: "a:1" } } },
    });
    assert.equal(charts.a?.chartMeta.name, "a");
  });

  it("blames the layer that is wrong, and the base once", () => {
    const wrong = { ...base, app: { ...base.app, replica: 2 } };
    const environments = { dev: { app: { ports: [0] } }, prod: { app: { env: { "1": "x" } } } };
    assert.deepEqual(errorsIn(() => mkEnvironments({ base: wrong as never, environments })).sort(), [
      "invalid-env-name environments.prod.app.env.1",
      "invalid-port environments.dev.app.ports.0",
      "unknown-field base.app.replica",
    ]);
  });

  it("refuses what is no set of environments", () => {
    for (const environments of [null, [], "x", undefined]) {
      assert.deepEqual(
        errorsIn(() => mkEnvironments({ base, environments } as never)),
        ["wrong-type environments"],
      );
    }
    assert.ok(errorsIn(() => mkEnvironments({ base, environments: { a: "x" } } as never)).length > 0);
  });
});

describe("environments of a config", () => {
  const config = chartWith(
    { replicas: 1 },
    { environments: { prod: { app: { replicas: 3 } }, dev: { description: "Dev" } } },
  );

  it("do not change the chart itself", () => assert.equal(at(resource(config, "deployment"), "spec.replicas"), 1));

  it("become charts of their own", () => {
    const charts = environmentsOf(config);
    assert.deepEqual(Object.keys(charts), ["prod", "dev"]);
    assert.equal(at(resource(charts.prod as Chart, "deployment"), "spec.replicas"), 3);
    assert.equal(charts.dev?.chartMeta.description, "Dev");
    assert.deepEqual(environmentsOf(chartWith({})), {});
    assert.deepEqual(Object.keys(environmentsOf(mkChart(config).config as never)), ["prod", "dev"]);
  });

  it("are checked with the chart", () => {
    const { issues } = validateConfig({
      ...config,
      environments: { prod: { app: { ports: [0], production: { pdb: { minAvailable: 1 } } } } },
    });
    assert.deepEqual(
      issues.map(({ code, path }) => `${code} ${formatPath(path)}`),
      [
        "invalid-port environments.prod.app.ports.0",
        "pdb-blocks-eviction environments.prod.app.production.pdb.minAvailable",
      ],
    );
  });
});

describe("deepMerge", () => {
  it("merges sets, replaces the rest, and removes what is null", () => {
    assert.deepEqual(deepMerge({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3], e: { f: null, g: 1 } }, d: null }), {
      a: { b: 1, c: [3], e: { g: 1 } },
    });
    assert.deepEqual(deepMerge({ a: 1 }, { a: { b: 1 } }), { a: { b: 1 } });
    assert.deepEqual(deepMerge({ a: { b: 1 } }, { a: 1 }), { a: 1 });
    assert.deepEqual(deepMerge({ a: 1 }, { a: undefined }), { a: 1 });
  });

  it("is safe with any field name, and changes neither side", () => {
    const overlay = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    const base = { constructor: { a: 1 } };
    const merged = deepMerge(base, overlay);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.deepEqual(Object.keys(merged), ["constructor", "__proto__"]);
    assert.deepEqual(base, { constructor: { a: 1 } });
  });
});
