/** What is wrong is reported, all of it, at its line; and nothing is written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type CliProject, cliProject, goodChart, outputs } from "./cli-project.js";

function assertUntouched(project: CliProject, args: readonly string[], ...messages: readonly RegExp[]): void {
  const link = project.link("result");
  const before = outputs(project);
  const { status, stdout, stderr } = project.nhg(["build", ...args]);
  assert.equal(status, 1, stderr);
  assert.equal(stdout, "");
  for (const message of messages) assert.match(stderr, message);
  assert.equal(project.link("result"), link);
  assert.deepEqual(outputs(project), before);
}

const allWrong = `
let lib = import <nix-helm-generator> { }; in
lib.mkChart {
  version = "one";
  app = {
    image = "nginx:1";
    replica = 3;
    ports = [ 70000 ];
    env = [ "wrong" ];
    production.pdb = {
      enabled = true;
      minAvailable = 1;
      maxUnavailable = 1;
    };
  };
}
`;

test("one run reports every problem of a config at its line", () => {
  const project = cliProject({ "good.nix": goodChart, "chart.nix": allWrong });
  project.nhg(["build", "good.nix"]);
  const at = (line: number) => `[^\n]*\n +--> chart\\.nix:${line}:`;
  assertUntouched(
    project,
    ["chart.nix"],
    new RegExp(`error\\[missing-field\\]: .*name.*${at(3)}`),
    new RegExp(`error\\[invalid-version\\]: ${at(4)}`),
    new RegExp(`error\\[unknown-field\\]: .*replica.*${at(7)}[\\s\\S]*Did you mean "replicas"`),
    new RegExp(`error\\[invalid-port\\]: 70000 ${at(8)}`),
    new RegExp(`error\\[wrong-type\\]: ${at(9)}`),
    new RegExp(`error\\[conflicting-fields\\]: ${at(13)}`),
  );
});

test("a name with a slash writes nothing outside the store", () => {
  for (const name of ["../../x", "a/b", "/etc/x", "..", ""]) {
    const project = cliProject({ "chart.nix": `{ name = "${name}"; version = "1.0.0"; app.image = "nginx:1"; }` });
    assertUntouched(project, [], /error\[/);
    assert.deepEqual(project.list("."), ["chart.nix"]);
  }
});

test("attribute names of a set of charts cannot lead out of the output either", () => {
  const source = `{ lib }: let c = lib.mkChart { name = "x"; version = "1.0.0"; app.image = "nginx:1"; }; in
    { "../../up" = c; "a/b" = c // { }; ".." = c // { }; "con:1" = c // { }; }`;
  const project = cliProject({ "chart.nix": source });
  assert.equal(project.nhg(["build"]).status, 0);
  assert.deepEqual(project.list("result"), ["a-b", "chart", "con-1", "up"]);
  assert.deepEqual(project.list("."), [".store", "chart.nix", "result"]);
});

test("charts that would share a folder are refused", () => {
  const source = `{ lib }: let c = name: lib.mkChart { inherit name; version = "1.0.0"; app.image = "nginx:1"; }; in
    { "web" = c "a"; "Web" = c "b"; }`;
  assertUntouched(cliProject({ "chart.nix": source }), [], /error\[same-folder\]: .*'Web'.*'web'/);
});

test("of several charts, the broken ones are all reported", () => {
  const source = `{ lib }: {
    good = lib.mkChart { name = "good"; version = "1.0.0"; app.image = "nginx:1"; };
    bad = lib.mkChart { name = "bad"; app.image = "nginx:1"; };
    worse = lib.mkChart (throw "worse");
    worst = undefinedFunctionOf.something or (abort "worst");
  }`;
  const files = { "chart.nix": source.replace("undefinedFunctionOf", "{ }") };
  assertUntouched(
    cliProject(files),
    [],
    /missing-field\]: .*version/,
    /error\[throw\]: worse/,
    /error\[abort\]: .*worst/,
  );
});

test("of several installables and environments, none is written when one is wrong", () => {
  const files = { "chart.nix": goodChart, "bad.nix": '{ name = "bad"; version = "1.0.0"; app = { }; }' };
  const project = cliProject(files);
  assertUntouched(project, ["chart.nix", "bad.nix"], /missing-field/);
  const source = '{ name = "x-${builtins.getEnv "ENV"}"; version = "1.0.0"; app.image = "nginx:1"; }';
  assertUntouched(cliProject({ "chart.nix": source }), ["--env", "good,NOT-good"], /error\[invalid-name\]/);
});

const notCharts: readonly [string, RegExp][] = [
  ["1", /there is no chart in chart\.nix: it is an integer/],
  ["[ ]", /it is a list/],
  ["{ }", /it is an empty set/],
  ["{ a = 1; b.c = 2; }", /it is a set of a, b/],
  ["x: x", /a function whose arguments nhg does not know/],
  ["{ image }: image", /without a value \('image'\)[\s\S]*--arg/],
  ['derivation { name = "x"; system = "x86_64-linux"; builder = "/bin/sh"; }', /needs real Nix/],
  ["let set = { inherit set; }; in set", /it is a set of set/],
  ["let f = n: { next = f (n + 1); }; in f 0", /it is a set of next/],
  ['throw "on purpose"', /error\[throw\]: on purpose\n +--> chart\.nix:1:1/],
  ["{ name = 1", /error\[syntax\]/],
];

for (const [source, message] of notCharts) {
  test(`no chart: ${source}`, () => assertUntouched(cliProject({ "chart.nix": source }), [], message));
}

test("the trace of an error leads through the user's own files", () => {
  const files = {
    "chart.nix": 'let f = import ./lib/f.nix; in { name = "x"; version = "1.0.0"; app = { image = f "x"; }; }',
    "lib/f.nix": 'let\n  g = x: throw "bad image ${x}";\nin\nx: g x\n',
  };
  const { stderr } = cliProject(files).nhg(["build"]);
  assert.match(stderr, /^error\[throw\]: bad image x\n +--> lib\/f\.nix:2:/);
  assert.match(stderr, /\n +--> chart\.nix:1:/);
  assert.doesNotMatch(stderr, /nix-helm-generator>/);
});

test("a store that cannot be written is the user's to mend", () => {
  const project = cliProject({ "chart.nix": goodChart, file: "in the way" });
  const { status, stderr } = project.nhg(["build", "--store", "file/store"]);
  assert.equal(status, 1);
  assert.match(stderr, /error\[store-unwritable\]/);
  assert.equal(project.link("result"), undefined);
});
