import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { repository } from "./repository.js";
import { type RunOptions, type RunResult, run, runAsync } from "./run.js";

/** The program as users start it. */
export const nhgPath = join(repository, "bin/nhg.js");

/** Runs `nhg` from bin/, built from the sources as they are now. */
export function nhg(args: readonly string[], options: RunOptions = {}): RunResult {
  buildOnce();
  return run(execPath, [nhgPath, ...args], options);
}

/** As `nhg`, for several at the same time. */
export function nhgAsync(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  buildOnce();
  return runAsync(execPath, [nhgPath, ...args], options);
}

/** scripts/test.mjs builds before all tests and says so; a test file run by itself builds here. */
let built = env.NHG_BUILT === "1";

function buildOnce(): void {
  if (built) return;
  execFileSync(execPath, [join(repository, "scripts/build.mjs"), "--no-types"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  built = true;
}
