/** What real Nix makes of programs. */
import { join } from "node:path";
import { runAsync } from "../../support/run.js";
import { writeFiles } from "../../support/temporary.js";
import type { Depth, Outcome } from "./outcome.js";

/** How many files one process is given. It prints a line for each and stops at the first that fails. */
const batchSize = 200;

export class Nix {
  constructor(
    private readonly path: string,
    /** Where the programs are written to. */
    readonly folder: string,
  ) {
    writeFiles(folder, { "data.txt": "data\n" });
  }

  file(index: number): string {
    return join(this.folder, `${index}.nix`);
  }

  write(programs: readonly string[]): void {
    writeFiles(this.folder, Object.fromEntries(programs.map((text, i) => [`${i}.nix`, text])));
  }

  /**
   * Evaluates the programs written, each from the file of its index.
   *
   * @param expected for each program what should come of it: each failure ends a process, so knowing the
   *   failures beforehand saves time, and being wrong about one costs some.
   */
  async evaluate(expected: readonly Outcome[], depth: Depth): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const indices = [...expected.keys()];
    const failing = indices.filter((i) => "error" in (expected[i] as Outcome));
    const passing = indices.filter((i) => "printed" in (expected[i] as Outcome));
    await Promise.all([
      this.evaluateBatches(passing, batchSize, depth, outcomes),
      this.evaluateBatches(failing, 1, depth, outcomes),
    ]);
    return outcomes;
  }

  private async evaluateBatches(indices: readonly number[], size: number, depth: Depth, outcomes: Outcome[]) {
    for (let done = 0; done < indices.length; ) {
      const batch = indices.slice(done, done + size);
      const results = await this.evaluateBatch(batch, depth);
      results.forEach((outcome, i) => {
        outcomes[batch[i] as number] = outcome;
      });
      done += results.length;
    }
  }

  /** The outcomes of the first programs of the batch, up to the first failure. */
  private async evaluateBatch(indices: readonly number[], depth: Depth): Promise<Outcome[]> {
    const flags = depth === "strict" ? ["--eval", "--strict"] : ["--eval"];
    const files = indices.map((index) => this.file(index));
    const { status, stdout, stderr } = await runAsync(this.path, [...flags, ...files], { cwd: this.folder });
    const outcomes: Outcome[] = stdout
      .split("\n")
      .slice(0, -1)
      .map((printed) => ({ printed }));
    if (status !== 0) outcomes.push({ error: stderr.trim() });
    if (outcomes.length === 0 || outcomes.length > indices.length)
      throw new Error(`real Nix printed ${stdout}\n${stderr}`);
    return outcomes;
  }
}
