/** Recursion and data deeper than JavaScript's own stack. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cliProject } from "./cli-project.js";

const project = cliProject({
  "count.nix": "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f",
  "traced.nix": 'let f = n: if n == 0 then 0 else builtins.trace "at ${toString n}" (1 + f (n - 1)); in f 5000',
  "chart.nix": `
    let count = n: if n == 0 then 0 else 1 + count (n - 1); in
    { name = "deep"; version = "1.0.0"; app = { image = "nginx:1"; replicas = count 9000 - 8998; }; }
  `,
});

test("ten thousand calls deep works", () => {
  assert.equal(project.nhg(["eval", "-E", "import ./count.nix 9990"]).stdout, "9990\n");
});

test("deeper is an error of the program, never a crash", () => {
  const { status, stdout, stderr } = project.nhg(["eval", "-E", "import ./count.nix 1000000"]);
  assert.equal(status, 1);
  assert.equal(stdout, "");
  assert.match(stderr, /^error\[stack-overflow\]: stack overflow; max-call-depth exceeded\n/);
});

test("--max-call-depth moves the limit, both ways", () => {
  assert.equal(project.nhg(["eval", "-E", "import ./count.nix 60000", "--max-call-depth", "100000"]).stdout, "60000\n");
  assert.equal(project.nhg(["eval", "-E", "import ./count.nix 60", "--max-call-depth", "50"]).status, 1);
});

test("what was traced before the second run is shown once, in order", () => {
  const { stdout, stderr } = project.nhg(["eval", "-f", "traced.nix"]);
  assert.equal(stdout, "5000\n");
  const expected = Array.from({ length: 5000 }, (_, i) => `trace: at ${5000 - i}\n`).join("");
  assert.ok(stderr === expected, "the traces differ");
});

test("stdin, wrong usage and errors come through the second run", () => {
  assert.equal(project.nhg(["eval", "-f", "-"], { input: "import ./count.nix 5000" }).stdout, "5000\n");
  const failed = project.nhg(["eval", "-E", 'builtins.seq (import ./count.nix 5000) (throw "after all")']);
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /^error\[throw\]: after all\n {2}--> «string»:1:/);
});

const nested = "builtins.foldl' (inner: _: [ inner ]) [ ] (builtins.genList (x: x) 100000)";

test("a hundred thousand nested lists are printed", () => {
  const { status, stdout, stderr } = project.nhg(["eval", "--strict", "-E", nested]);
  assert.equal(status, 0, stderr);
  assert.ok(stdout === `${"[ ".repeat(100001)}${"]".padEnd(1)}${" ]".repeat(100000)}\n`, stdout.slice(0, 50));
});

test("as JSON and YAML they are printed or refused, and nothing crashes", () => {
  for (const format of ["--json", "--yaml"]) {
    const { status, stderr } = project.nhg(["eval", format, "-E", nested]);
    assert.ok(
      status === 0 || (status === 1 && /^error\[/.test(stderr)),
      `${format}: ${status} ${stderr.slice(0, 200)}`,
    );
  }
});

test("data without end is an error", () => {
  const { status, stderr } = project.nhg(["eval", "--strict", "-E", "let f = x: [ (f x) ]; in f 1"]);
  assert.equal(status, 1);
  assert.match(stderr, /stack overflow/);
});

test("a chart that recurses deeply is built, once", () => {
  const { status, stderr } = project.nhg(["build"]);
  assert.equal(status, 0, stderr);
  assert.equal(stderr.match(/built deep/g)?.length, 1);
  assert.match(project.read("result/25-deployment-deep.yaml"), /replicas: 2/);
});
