import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cliProject } from "./cli-project.js";

test("a new project builds, checks and tests green at once", () => {
  const project = cliProject({});
  const { status, stderr } = project.nhg(["init"]);
  assert.equal(status, 0);
  assert.match(stderr, /wrote: flake\.nix\n/);
  for (const args of [
    ["build"],
    ["build", ".#charts.production"],
    ["build", ".#charts.staging"],
    ["build", ".#charts"],
    ["build", "charts/overlays/development/web-app.nix"],
    ["build", "charts/examples/hello.nix"],
    ["check"],
    ["flake", "check"],
    ["flake", "show"],
    ["test"],
  ]) {
    const result = project.nhg(args);
    assert.equal(result.status, 0, `${args.join(" ")}: ${result.stderr}${result.stdout}`);
    assert.doesNotMatch(result.stderr, /^(warning|error)/m, args.join(" "));
  }
});

test("it has the layout of the guide", () => {
  const project = cliProject({});
  project.nhg(["init", "my-charts"]);
  assert.deepEqual(project.list("my-charts"), [
    ".gitignore",
    "README.md",
    "charts",
    "config",
    "docs",
    "flake.nix",
    "lib",
    "scripts",
    "tests",
  ]);
  assert.deepEqual(project.list("my-charts/charts/overlays"), ["development", "production", "staging"]);
  assert.match(project.read("my-charts/.gitignore"), /^\/result$/m);
  assert.ok(statSync(join(project.folder, "my-charts/scripts/release.sh")).mode & 0o100);
});

test("what is there is kept, and said to be", () => {
  const mine = { "flake.nix": "# mine", "charts/base/web-app.nix": "# mine too" };
  const project = cliProject(mine);
  const { status, stderr } = project.nhg(["init"]);
  assert.equal(status, 0);
  for (const [path, text] of Object.entries(mine)) {
    assert.equal(project.read(path), text);
    assert.match(stderr, new RegExp(`kept, because it was there: ${path}\n`));
  }
  assert.ok(project.list("lib").includes("default.nix"));
  const again = project.nhg(["init"]);
  assert.doesNotMatch(again.stderr, /wrote/);
});

test("a file where a folder has to be: nothing is written", () => {
  const project = cliProject({ tests: "a file" });
  const { status, stderr } = project.nhg(["init"]);
  assert.equal(status, 1);
  assert.match(stderr, /error\[not-a-folder\]: .*tests/);
  assert.deepEqual(project.list("."), ["tests"]);
  assert.equal(project.nhg(["init", "tests"]).status, 1);
});

test("a folder that cannot be written is the user's to mend", {
  skip: process.platform !== "linux" && "there is no /proc, where not even root can write",
}, () => {
  const { status, stderr } = cliProject({}).nhg(["init", "/proc/nhg"]);
  assert.equal(status, 1);
  assert.match(stderr, /error\[not-writable\]/);
});

test("a project below a file is the user's to mend", () => {
  const project = cliProject({ "file.txt": "" });
  const { status, stderr } = project.nhg(["init", "file.txt/project"]);
  assert.equal(status, 1);
  assert.match(stderr, /error\[not-a-folder\]/);
});
