/** bin/nhg.js alone, in front of bundles made up here. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { type TestContext, test } from "node:test";
import { repository } from "../support/repository.js";
import { run } from "../support/run.js";
import { temporaryProject } from "../support/temporary.js";

const digest = "0123456789abcdef";

/** A project with bin/ as it is and a bundle whose `run` has this body. */
function withBundle(t: TestContext, body: string): string {
  const folder = temporaryProject({ "dist/cli/main.cjs": bundle(digest, body) }, t);
  for (const part of ["bin", "package.json"]) cpSync(join(repository, part), join(folder, part), { recursive: true });
  return folder;
}

const bundle = (name: string, body: string) => `// ${name}\nexports.run = async (argv) => {\n${body}\n};\n`;

const start = (folder: string, ...args: string[]) => run(execPath, [join(folder, "bin/nhg.js"), ...args]);

const compiledFiles = (folder: string) => readdirSync(join(folder, "dist/cli")).filter((name) => name !== "main.cjs");

test("hands over the arguments and ends with the status", (t) => {
  const folder = withBundle(t, "process.stdout.write(JSON.stringify(argv)); return 3;");
  assert.deepEqual(start(folder, "eval", "-E", "ü", ""), {
    status: 3,
    signal: null,
    stdout: '["eval","-E","ü",""]',
    stderr: "",
  });
});

test("writes everything before it ends, through a pipe too", (t) => {
  const folder = withBundle(t, 'process.stdout.write("x".repeat(3_000_000)); return 0;');
  assert.equal(start(folder).stdout.length, 3_000_000);
});

for (const [kind, body] of [
  ["a rejection", 'await null; throw new TypeError("broken", { cause: new Error("because") });'],
  [
    "an exception outside run",
    'setTimeout(() => { throw new TypeError("broken", { cause: new Error("because") }); }); await new Promise(() => {});',
  ],
  [
    "an unhandled rejection",
    'Promise.reject(new TypeError("broken", { cause: new Error("because") })); await new Promise((done) => setTimeout(done, 9e4));',
  ],
] as const) {
  test(`reports ${kind} as a defect, with status 70`, (t) => {
    const { status, stdout, stderr } = start(withBundle(t, body), "build");
    assert.equal(status, 70);
    assert.equal(stdout, "");
    assert.match(stderr, /^nhg: this is a defect in nhg, not in your input\. Please report it/);
    assert.match(stderr, /TypeError: broken\n {4}at .*main\.cjs:3:/);
    assert.match(stderr, /because/);
    assert.match(stderr, /\nnhg \d+\.\d+\.\d+, Node\.js v\d+.*\n$/);
  });
}

test("reports whatever is thrown, and running out of stack", (t) => {
  const odd = start(withBundle(t, "throw undefined;"));
  assert.deepEqual([odd.status, odd.stderr.split("\n")[1]], [70, "undefined"]);
  const deep = start(withBundle(t, "const f = () => f() + 1; f();"));
  assert.equal(deep.status, 70);
  assert.match(deep.stderr, /RangeError: Maximum call stack size exceeded/);
});

test("says how to build when there is no bundle", (t) => {
  const folder = temporaryProject({}, t);
  for (const part of ["bin", "package.json"]) cpSync(join(repository, part), join(folder, part), { recursive: true });
  const { status, stderr } = start(folder, "build");
  assert.equal(status, 2);
  assert.match(stderr, /^nhg: .*main\.cjs is missing; 'npm ci' or 'npm run build' makes it\n$/);
});

test("keeps V8's compiled form after a build, and uses it", (t) => {
  const folder = withBundle(t, "return argv.length - 1;");
  start(folder, "eval");
  assert.deepEqual(compiledFiles(folder), []);
  start(folder, "build", "x");
  assert.deepEqual(compiledFiles(folder), [], "not after a build that failed");
  start(folder, "build");
  assert.deepEqual(compiledFiles(folder), [`${digest}-${process.version}-${process.arch}.compiled`]);
  const [name = ""] = compiledFiles(folder);
  const { mtimeMs } = statSync(join(folder, "dist/cli", name));
  assert.equal(start(folder, "build").status, 0);
  assert.equal(statSync(join(folder, "dist/cli", name)).mtimeMs, mtimeMs);
});

test("does not take the compiled form of another bundle, or rubbish", (t) => {
  const folder = withBundle(t, "return 0;");
  start(folder, "build");
  writeFileSync(join(folder, "dist/cli/main.cjs"), bundle("fedcba9876543210", "return 5;"));
  assert.equal(start(folder).status, 5);
  for (const name of compiledFiles(folder)) {
    writeFileSync(join(folder, "dist/cli", name), "not V8's");
    writeFileSync(join(folder, "dist/cli/main.cjs"), bundle(digest, "return 6;"));
    assert.equal(start(folder).status, 6);
  }
});

test("works where the compiled form can be neither read nor written", (t) => {
  const folder = withBundle(t, "return 0;");
  const name = `${digest}-${process.version}-${process.arch}.compiled`;
  mkdirSync(join(folder, "dist/cli", name));
  assert.deepEqual(start(folder, "build"), { status: 0, signal: null, stdout: "", stderr: "" });
  assert.deepEqual(compiledFiles(folder), [name]);
});

test("runs in a thread as well", (t) => {
  const folder = withBundle(t, "return argv.length;");
  const script = `new (require("node:worker_threads").Worker)(${JSON.stringify(join(folder, "bin/nhg.js"))},
    { argv: ["a", "b"] }).on("exit", (code) => console.log(code))`;
  assert.equal(run(execPath, ["-e", script]).stdout, "2\n");
});
