/**
 * Language cases: each `.nix` beside the output expected of it. `UPDATE_GOLDEN=1` writes what comes out.
 * Where real Nix is installed it has to agree with every expectation, but for the listed differences.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

const here = fileURLToPath(new URL(".", import.meta.url));
const update = process.env.UPDATE_GOLDEN === "1";
const nix = requireTool("nix-instantiate");

function cases(folder: string): string[] {
  return readdirSync(join(here, folder))
    .filter((name) => name.endsWith(".nix"))
    .map((name) => join(here, folder, name));
}

function evaluate(file: string, strict: boolean): string {
  const machine = createMachine({ io: nodeIo });
  const value = machine.importPath(file);
  if (strict) deepForce(value);
  return `${toText(printValue(value))}\n`;
}

function expectGolden(file: string, actual: string): void {
  const golden = file.replace(/\.nix$/, ".exp");
  if (update || !existsSync(golden)) writeFileSync(golden, actual);
  assert.equal(actual, readFileSync(golden, "utf8"));
}

/** Cases that are printed without being forced deeply. */
const lazyCases: ReadonlySet<string> = new Set(["sharing-stays-thunk.nix"]);

for (const file of cases("eval-okay")) {
  const name = basename(file);
  test(`evaluates ${name}`, () => expectGolden(file, evaluate(file, !lazyCases.has(name))));
  test(`real Nix agrees on ${name}`, { skip: nix.skip }, () => {
    const flags = lazyCases.has(name) ? ["--eval"] : ["--eval", "--strict"];
    const result = run(nix.path, [...flags, file]);
    assert.equal(result.stdout, readFileSync(file.replace(/\.nix$/, ".exp"), "utf8"), result.stderr);
  });
}

/** Programs that Nix 2.8 accepts and later versions reject, as we do. */
const acceptedByOldNix: ReadonlySet<string> = new Set(["overflow.nix"]);

for (const file of cases("eval-fail")) {
  const name = basename(file);
  test(`rejects ${name}`, () => {
    const error = failureOf(() => evaluate(file, true));
    const place = error.span?.source.position(error.span.start);
    const at = place === undefined ? "" : `at ${place.line}:${place.column}\n`;
    expectGolden(file, `${toText(error.message)}\n${at}`.replaceAll(here, ""));
  });
  test(`real Nix rejects ${name}`, { skip: nix.skip }, () => {
    const result = run(nix.path, ["--eval", "--strict", file]);
    assert.equal(result.status === 0, acceptedByOldNix.has(name), result.stderr);
  });
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
