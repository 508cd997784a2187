import assert from "node:assert/strict";
import { test } from "node:test";
import { cliProject } from "./cli-project.js";

const passing = `
let lib = import <nix-helm-generator> { }; in
{
  testTrue = true;
  testText = "labels are there";
  nested.inner = [ true "second" ];
  testEqual = { expr = 1 + 1; expected = 2; };
  testChart = lib.mkChart { name = "x"; version = "1.0.0"; app.image = "nginx:1"; };
}
`;

test("tests pass that are true, a string, two equal values, or a chart", () => {
  const project = cliProject({ "tests/a.nix": passing });
  const { status, stdout, stderr } = project.nhg(["test"]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.equal(
    stdout,
    [
      "tests/a.nix",
      "  ✓ nested.inner[0]",
      "  ✓ nested.inner[1]: second",
      "  ✓ testChart",
      "  ✓ testEqual",
      "  ✓ testText: labels are there",
      "  ✓ testTrue",
      "",
      "6 passed, 0 failed",
      "",
    ].join("\n"),
  );
});

const failures: readonly [string, RegExp][] = [
  ["false", /the test is false/],
  ["1", /this is an integer/],
  ["x: x", /this is a function/],
  ["null", /this is null/],
  ['assert 1 == 2; "never"', /error\[assertion\]: assertion '1 == 2' failed/],
  ['throw "why"', /error\[throw\]: why/],
  ["{ expr = [ 1 ]; expected = [ 2 ]; }", /expected \[ 2 \]\n {2}but got {2}\[ 1 \]/],
  ["(import <nix-helm-generator> { }).mkChart { }", /error\[missing-field\]: .*name/],
  ["let y = y; in y", /infinite recursion/],
  ["let f = x: 1 + f x; in f 1", /max-call-depth exceeded/],
  ["[ true false ]", /a\[1\]\nerror\[test-failed\]/],
];

for (const [source, message] of failures) {
  test(`fails: ${source}`, () => {
    const project = cliProject({ "tests/t.nix": `{\n  good = true;\n  a = ${source};\n}` });
    const { status, stdout } = project.nhg(["test"]);
    assert.equal(status, 1);
    assert.match(stdout, message);
    assert.match(stdout, /--> tests\/t\.nix:3:/);
    assert.match(stdout, /✓ good\n/);
    assert.match(stdout, / passed, 1 failed\n$/);
  });
}

test("a file may be a function of lib, or one assertion, or fail as a whole", () => {
  const project = cliProject({
    "tests/function.nix": "{ lib }: { a = lib ? mkChart; }",
    "tests/one.nix": '"all is well"',
    "tests/whole.nix": 'throw "as a whole"',
    "tests/empty.nix": "{ }",
  });
  const { stdout } = project.nhg(["test"]);
  assert.match(stdout, /function\.nix\n {2}✓ a\n/);
  assert.match(stdout, /one\.nix\n {2}✓ the file: all is well\n/);
  assert.match(stdout, /whole\.nix\n {2}✗ the file\n/);
  assert.match(stdout, /there is no test in the set/);
});

test("files are found by name, below the folder or where it is said", () => {
  const project = cliProject({
    "tests/a.nix": "true",
    "tests/fixtures/data.nix": "false",
    "charts/web-test.nix": "true",
    "charts/test-api.nix": "true",
    "charts/latest.nix": "false",
    "other/tests/b.nix": "true",
  });
  assert.match(project.nhg(["test"]).stdout, /4 passed, 0 failed/);
  assert.match(project.nhg(["test", "charts"]).stdout, /2 passed, 0 failed/);
  assert.match(project.nhg(["test", "charts/latest.nix"]).stdout, /0 passed, 1 failed/);
});

test("no tests at all is an error", () => {
  const { status, stderr } = cliProject({ "chart.nix": "1" }).nhg(["test"]);
  assert.equal(status, 1);
  assert.match(stderr, /error\[no-tests\]: there are no tests here\n.*tests\/\*\.nix/);
  assert.equal(cliProject({}).nhg(["test", "nope"]).status, 1);
});

test("--format json", () => {
  const { status, stdout } = cliProject({ "tests/a.nix": "{\n a = true;\n b = false; }" }).nhg([
    "test",
    "--format",
    "json",
  ]);
  assert.equal(status, 1);
  const report = JSON.parse(stdout);
  assert.deepEqual([report.passed, report.failed], [1, 1]);
  assert.deepEqual(report.tests[0], {
    file: "tests/a.nix",
    line: 2,
    column: 2,
    name: "a",
    passed: true,
    diagnostics: [],
  });
  assert.equal(report.tests[1].diagnostics[0].code, "test-failed");
});
