/**
 * Deep recursion. JavaScript's stack on the main thread is about 1 MB, which a Nix program may well
 * exhaust without being wrong. A command that did is run again, from its start, on a thread whose
 * stack is as large as we ask for. That is sound because commands write only at their end; the
 * messages that the first run has shown (traces) are the same in the second, and are left out there.
 *
 * The thread is a proxy of the terminal: everything that it writes arrives here as a message.
 */
import { readFileSync } from "node:fs";
import { getHeapStatistics } from "node:v8";
import { type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import { isStackOverflow } from "../nix/eval/errors.js";
import { exitStatus } from "./command.js";
import { dispatch } from "./dispatch.js";
import type { ProcessTerminal, Terminal } from "./terminal.js";

/**
 * Ten thousand calls, which Nix allows, take some 10 MB when they are simple and several times that when
 * they go through builtins. The kernel gives memory to the pages that are touched, so a large stack costs
 * nothing until it is used; but each collection of young garbage scans all of it, so that recursion
 * without end takes the longer to fail the larger the stack is. Hence also a large young generation.
 */
const stackSizeMb = 256;
const maxYoungGenerationSizeMb = 128;

interface Task {
  readonly words: readonly string[];
  readonly workingDirectory: string;
  readonly colors: Terminal["colors"];
  /** Stdin, when the first run has read it. */
  readonly input: Uint8Array | undefined;
}

type Report = { readonly print: string | Uint8Array } | { readonly say: string } | { readonly status: number };

/** Runs the command line again with a large stack; gives its exit status. */
export function rerun(words: readonly string[], terminal: ProcessTerminal): Promise<number> {
  const { workingDirectory, colors, knownInput: input } = terminal;
  const task: Task = { words, workingDirectory, colors, input };
  const worker = new Worker(`import(${JSON.stringify(import.meta.url)}).then((module) => module.serve())`, {
    eval: true,
    workerData: task,
    resourceLimits: {
      stackSizeMb,
      maxYoungGenerationSizeMb,
      maxOldGenerationSizeMb: getHeapStatistics().heap_size_limit / 2 ** 20,
    },
  });
  let alreadySaid = terminal.said;
  return new Promise((resolve, reject) => {
    worker.on("message", (report: Report) => {
      if ("status" in report) resolve(report.status);
      else if ("print" in report) terminal.print(report.print);
      else if (alreadySaid > 0) alreadySaid--;
      else terminal.say(report.say);
    });
    worker.on("error", (error) => {
      if (!isOutOfMemory(error)) return reject(error);
      terminal.say("error: out of memory; `node --max-old-space-size=MEGABYTES` allows more\n");
      return resolve(exitStatus.wrongInput);
    });
    worker.on("exit", (code) => reject(new Error(`the thread with the large stack ended with code ${code}`)));
  });
}

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** What the thread does. */
export async function serve(): Promise<void> {
  const port = parentPort as MessagePort;
  const report = (message: Report) => port.postMessage(message);
  const task: Task = workerData;
  const terminal: Terminal = {
    workingDirectory: task.workingDirectory,
    colors: task.colors,
    largeStack: true,
    print: (data) => report({ print: data }),
    say: (message) => report({ say: message }),
    readInput: () => task.input ?? readFileSync(0),
  };
  report({ status: await runToTheEnd(task.words, terminal) });
}

async function runToTheEnd(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    terminal.say("error: stack overflow (possible infinite recursion)\n");
    return exitStatus.wrongInput;
  }
}
