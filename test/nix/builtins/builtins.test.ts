/**
 * Cases by topic: each `.nix` beside the output expected of it. `UPDATE_GOLDEN=1` writes what comes out.
 * Where real Nix is installed it has to agree, but for the listed differences.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { nodeIo } from "../../../src/io/node.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { toText } from "../../../src/nix/eval/bytes.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { NixError } from "../../../src/nix/eval/errors.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { run } from "../../support/run.js";
import { requireTool } from "../../support/tools.js";
import { acceptedByOldNix, differsFromOldNix } from "./known-differences.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const update = process.env.UPDATE_GOLDEN === "1";
const nix = requireTool("nix-instantiate");

function cases(folder: string): string[] {
  return readdirSync(join(here, folder))
    .filter((name) => name.endsWith(".nix"))
    .map((name) => join(here, folder, name));
}

function evaluate(file: string): string {
  const settings = { experimental: new Set(["flakes"]), currentTime: 1_700_000_000 };
  const machine = createMachine({ io: nodeIo, settings });
  return `${toText(printValue(deepForce(machine.importPath(file))))}\n`;
}

function expectGolden(file: string, actual: string): void {
  const golden = file.replace(/\.nix$/, ".exp");
  if (update || !existsSync(golden)) writeFileSync(golden, actual);
  assert.equal(actual, readFileSync(golden, "utf8"));
}

for (const file of cases("eval-okay")) {
  const name = basename(file, ".nix");
  test(`evaluates ${name}`, () => expectGolden(file, evaluate(file)));
  if (Object.hasOwn(differsFromOldNix, name)) continue;
  test(`real Nix agrees on ${name}`, { skip: nix.skip }, () => {
    // A store of its own, so that derivations and texts can be read back.
    const store = mkdtempSync(join(tmpdir(), "nhg-store-"));
    const result = run(nix.path, ["--eval", "--strict", "--read-write-mode", "--store", store, file]);
    removeStore(store);
    assert.equal(result.stdout, readFileSync(file.replace(/\.nix$/, ".exp"), "utf8"), result.stderr);
  });
}

for (const file of cases("eval-fail")) {
  const name = basename(file, ".nix");
  test(`rejects ${name}`, () => {
    const [firstLine] = toText(failureOf(() => evaluate(file)).message).split("\n");
    expectGolden(file, `${firstLine}\n`.replaceAll(here, ""));
  });
  if (Object.hasOwn(acceptedByOldNix, name)) continue;
  test(`real Nix rejects ${name}`, { skip: nix.skip }, () => {
    const result = run(nix.path, ["--eval", "--strict", file]);
    assert.notEqual(result.status, 0, result.stdout);
  });
}

/** Nix takes the right to write from what it puts into a store. */
function removeStore(store: string): void {
  execFileSync("chmod", ["-R", "u+w", store]);
  rmSync(store, { recursive: true });
}

function failureOf(action: () => unknown): NixError {
  try {
    action();
  } catch (error) {
    if (error instanceof NixError) return error;
    throw error;
  }
  return assert.fail("it did not fail");
}
