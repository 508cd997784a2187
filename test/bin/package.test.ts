/** What npm publishes: everything that the program reads at run time, and nothing of this machine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repository } from "../support/repository.js";
import { run } from "../support/run.js";

test("the package holds the program and what nhg init writes", () => {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packed = run(npm, ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: repository });
  assert.equal(packed.status, 0, packed.stderr);
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const path of [
    "bin/nhg.js",
    "bin/package.json",
    "README.md",
    "LICENSE",
    "src/project/scaffold/files/flake.nix",
  ]) {
    assert.ok(paths.includes(path), path);
  }
  assert.deepEqual(
    paths.filter((path) => /^(test|node_modules|\.ci|bench)\/|\.compiled$/.test(path)),
    [],
  );
});
