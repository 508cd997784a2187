/** What the npm package and its lock file promise. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { test } from "node:test";
import { repository } from "../support/repository.js";
import { run } from "../support/run.js";

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockText = readFileSync(join(repository, "package-lock.json"), "utf8");
const locked = (JSON.parse(lockText) as { packages: Record<string, LockedPackage> }).packages;

test("the lock file fits any registry, and every platform", () => {
  for (const [path, entry] of Object.entries(locked)) {
    assert.equal(entry.resolved, undefined, `${path} names a registry`);
    if (path !== "") assert.ok(entry.version && entry.integrity, `${path} is not locked`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      assert.ok(`node_modules/${name}` in locked, `${name}, which ${path} can use, is not locked: npm ci fails`);
    }
  }
});

test("the package holds the program and not what a machine made of it", () => {
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm === undefined ? ["npm"] : [execPath, npm];
  const pack = run(command, [...args, "pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: repository });
  assert.equal(pack.status, 0, pack.stderr);
  const [{ files }] = JSON.parse(pack.stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const path of ["bin/nhg.js", "bin/package.json", "LICENSE", "src/project/scaffold/files/flake.nix"])
    assert.ok(paths.includes(path), path);
  assert.deepEqual(
    paths.filter((path) => /^(src(?!\/project\/scaffold\/files\/)|test|scripts|node_modules)\/|\.compiled/.test(path)),
    [],
  );
});
