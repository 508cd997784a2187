import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { env } from "node:process";
import { text } from "node:stream/consumers";

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process's environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the program reads on its standard input, which is empty otherwise. */
  readonly input?: string | Uint8Array;
  /** Ends the program after this many milliseconds, 60 000 unless said. */
  readonly timeout?: number;
}

export interface RunResult {
  /** Exit status; `null` when a signal ended the program. */
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Throws when it cannot be started or takes too long. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): RunResult {
  const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
    ...settings(options),
    input: options.input ?? "",
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  // A program need not read what it is given.
  if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  return { status, signal, stdout, stderr };
}

/** As `run`, for several programs at the same time. A program that takes too long is killed: see `signal`. */
export async function runAsync(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const child = spawn(command, args, settings(options));
  child.stdin.on("error", () => child.stdin.destroy());
  child.stdin.end(options.input ?? "");
  const [[status, signal], stdout, stderr] = await Promise.all([
    once(child, "close"),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, signal, stdout, stderr };
}

function settings({ cwd, env: added = {}, timeout = 60_000 }: RunOptions) {
  // NODE_TEST_CONTEXT would make a node:test run below this one report to it.
  const environment = { ...env, NODE_TEST_CONTEXT: undefined, ...added };
  return { cwd, env: environment, timeout, killSignal: "SIGKILL" } as const;
}
