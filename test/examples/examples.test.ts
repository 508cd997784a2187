/** Every example does what its reader would expect of it: it builds, kubectl accepts it, its tests pass. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it, test } from "node:test";
import { nhg } from "../support/nhg.js";
import { repository } from "../support/repository.js";
import { run } from "../support/run.js";
import { temporaryFolder } from "../support/temporary.js";
import { requireTool } from "../support/tools.js";

const kubectl = requireTool("kubectl");
const examples = join(repository, "examples");
const shop = join(examples, "shop");
const store = temporaryFolder();
const env = { NHG_STORE: store };

/** Files that are no charts by themselves: parts of charts, functions of `lib`, constants, tests. */
const parts = /\/(lib|config|tests|base)\/|\/(flake|staging|production)\.nix$/;

function charts(): string[] {
  return readdirSync(examples, { recursive: true, encoding: "utf8" })
    .map((name) => join(examples, name))
    .filter((file) => file.endsWith(".nix") && !parts.test(file.replaceAll("\\", "/")))
    .sort();
}

/** Builds without a link, and gives the folders with manifests. */
function build(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): string[] {
  const result = nhg(["build", "--no-link", "--print-out-paths", ...args], {
    cwd: options.cwd ?? examples,
    env: { ...env, ...options.env },
  });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout.trim().split("\n");
}

function manifests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name));
}

/** Untyped for every kind, and typed for the workloads, whose containers `set image` has to understand. */
function assertDecodes(folder: string): void {
  const label = run(kubectl.path, ["label", "--local", "-R", "-f", folder, "-o", "json", "seen=yes"]);
  assert.equal(label.status, 0, label.stderr);
  for (const file of manifests(folder).filter((name) => /-(deployment|statefulset|daemonset|job)-/.test(name))) {
    const result = run(kubectl.path, ["set", "image", "--local", "-f", file, "*=example:1", "-o", "yaml"]);
    assert.equal(result.status, 0, `${file}: ${result.stderr}`);
  }
}

describe("examples", () => {
  for (const file of charts()) {
    it(`builds ${relative(examples, file)}`, (t) => {
      const folders = build([file]);
      assert.ok(folders.flatMap(manifests).length > 0);
      if (kubectl.skip) t.diagnostic(`not decoded: ${kubectl.skip}`);
      else folders.forEach(assertDecodes);
    });
  }

  for (const name of ["development", "staging", "production"]) {
    it(`builds the shop for ${name}`, () => {
      const [folder] = build([join(shop, "charts/shop.nix")], { env: { ENV: name } });
      const deployment = manifests(folder as string).find((file) => file.includes("-deployment-")) as string;
      assert.match(readFileSync(deployment, "utf8"), new RegExp(`namespace: ${name}\n`));
    });
  }

  it("builds the shop's flake", () => {
    const [folder] = build([".#charts.production"], { cwd: shop });
    assert.equal(manifests(folder as string).length, 2);
  });

  it("decodes in kubectl what the flake builds", { skip: kubectl.skip }, () => {
    build([".#staging", "."], { cwd: shop }).forEach(assertDecodes);
  });
});

test("the shop's own tests pass", () => {
  const result = nhg(["test"], { cwd: shop, env });
  assert.equal(result.status, 0, result.stdout + result.stderr);
  assert.match(result.stdout, /5/);
});

test("the shop has nothing to complain about", () => {
  const result = nhg(["check", "--format", "json"], { cwd: shop, env });
  assert.equal(result.status, 0, result.stdout + result.stderr);
});
