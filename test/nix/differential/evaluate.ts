/** What our evaluator makes of a program. */
import { nodeIo } from "../../../src/io/node.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { toBytes, toText } from "../../../src/nix/eval/bytes.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { isStackOverflow, NixError } from "../../../src/nix/eval/errors.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { Source } from "../../../src/nix/syntax/source.js";
import type { Depth, Outcome } from "./outcome.js";

/** Evaluates a program as if it stood in `file`. Throws what is neither a value nor an error of the program. */
export function evaluate(program: string, directory: string, file: string, depth: Depth): Outcome {
  const machine = createMachine({ io: nodeIo, settings: { portable: true } });
  const source = new Source(toBytes(file), toBytes(program), toBytes(directory), true);
  try {
    const value = machine.evaluate(source);
    if (depth === "strict") deepForce(value);
    return { printed: toText(printValue(value)) };
  } catch (error) {
    if (error instanceof NixError) return { error: toText(error.message) };
    if (isStackOverflow(error)) return { error: "stack overflow" };
    throw error;
  }
}
