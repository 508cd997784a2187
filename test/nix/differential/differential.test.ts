/**
 * Random programs, evaluated by us and by real Nix: same value, same print, same success or failure, both with
 * everything computed and with what stays a thunk.
 *
 * `NHG_RUNS=20000` compares more of them, `NHG_SEED=…` others; what differs is made as small as it goes.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { temporaryFolder } from "../../support/temporary.js";
import { requireTool } from "../../support/tools.js";
import { call } from "./calls.js";
import type { Code } from "./code.js";
import { evaluate } from "./evaluate.js";
import { program } from "./grammar/program.js";
import { agree } from "./known-differences.js";
import { Nix } from "./nix.js";
import { type Comparison, type Depth, describe } from "./outcome.js";

const nix = requireTool("nix-instantiate");
const seed = Number(process.env.NHG_SEED ?? 20_260_101);
const factor = Number(process.env.NHG_RUNS ?? 1000) / 1000;

interface Suite {
  readonly name: string;
  readonly programs: Code;
  readonly runs: number;
  readonly depth: Depth;
}

const suites: readonly Suite[] = [
  { name: "random programs, computed whole", programs: program, runs: 600, depth: "strict" },
  { name: "random programs, computed as far as printing needs", programs: program, runs: 400, depth: "lazy" },
  { name: "random calls of builtins", programs: call, runs: 1000, depth: "strict" },
];

for (const { name, programs, runs, depth } of suites) {
  test(`real Nix agrees on ${name}`, { skip: nix.skip }, async (context) => {
    const judge = new Judge(new Nix(nix.path, temporaryFolder(context)), depth);
    const numRuns = Math.ceil(runs * factor);
    const comparisons = await judge.compare(fc.sample(programs, { seed, numRuns }));
    const first = comparisons.findIndex((comparison) => !agree(comparison));
    if (first < 0) return;
    const smallest = await judge.shrink(programs, first);
    assert.fail(
      `seed ${seed}, program ${first}, made small:\n${report(smallest ?? (comparisons[first] as Comparison))}`,
    );
  });
}

class Judge {
  constructor(
    private readonly nix: Nix,
    private readonly depth: Depth,
  ) {}

  async compare(programs: readonly string[]): Promise<Comparison[]> {
    const { nix, depth } = this;
    nix.write(programs);
    const ours = programs.map((text, i) => evaluate(text, nix.folder, nix.file(i), depth));
    const theirs = await nix.evaluate(ours, depth);
    return programs.map((text, i) => ({ program: text, depth, ours: at(ours, i), nix: at(theirs, i) }));
  }

  /** The smallest program like the one of that number on which we differ from Nix. */
  async shrink(programs: Code, number: number): Promise<Comparison | undefined> {
    let smallest: Comparison | undefined;
    const property = fc.asyncProperty(programs, async (text) => {
      const [comparison] = await this.compare([text]);
      if (comparison === undefined || agree(comparison)) return true;
      smallest = comparison;
      return false;
    });
    await fc.check(property, { seed, path: String(number), numRuns: 1, interruptAfterTimeLimit: 20_000 });
    return smallest;
  }
}

function report({ program: text, depth, ours, nix: theirs }: Comparison): string {
  return `${text}\n\n${depth}, ours: ${describe(ours)}\n${depth}, Nix:  ${describe(theirs)}`;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  assert.ok(item !== undefined);
  return item;
}
