/** Random texts: real Nix and our parser accept the same ones, make the same of them, and complain alike. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBytes } from "../../../src/nix/eval/bytes.js";
import { temporaryFolder } from "../../support/temporary.js";
import { requireTool } from "../../support/tools.js";
import { program, soup } from "./generate.js";
import { differenceOf } from "./messages.js";
import { parseOurselves, parseWithNix, type Verdict } from "./oracle.js";

const nix = requireTool("nix-instantiate");

/** Another seed gives other texts. */
const seed = Number(process.env.NHG_SEED ?? 1);

for (const [name, texts, runs] of [
  ["programs", program, 400],
  ["token soups", soup, 150],
] as const) {
  test(`agrees with real Nix on random ${name}`, { skip: nix.skip }, (t) => {
    const folder = temporaryFolder(t);
    const samples = fc.sample(texts, { seed, numRuns: runs }).map(toBytes);
    const theirs = parseWithNix(nix.path, folder, samples);
    for (const [i, text] of samples.entries()) {
      const difference = compare(parseOurselves(folder, text), theirs[i] as Verdict);
      assert.equal(difference, undefined, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
}

function compare(ours: Verdict, theirs: Verdict): string | undefined {
  if ("message" in ours && "message" in theirs) return differenceOf(ours, theirs);
  const shown = (verdict: Verdict) => ("printed" in verdict ? verdict.printed : verdict.message);
  return shown(ours) === shown(theirs) ? undefined : `ours: ${shown(ours)}\nNix:  ${shown(theirs)}`;
}
