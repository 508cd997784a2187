/**
 * The Nix evaluator on its own: `import { evaluate } from "nix-helm-generator/nix"`.
 *
 * ```ts
 * evaluate("map (x: x * 2) [ 1 2 ]"); // [2, 4]
 * ```
 */
import { createMemoryIo } from "../io/memory.js";
import { createMachine, type MachineOptions } from "./create-machine.js";
import { toBytes, toText } from "./eval/bytes.js";
import { deepForce } from "./eval/deep.js";
import { printValue } from "./eval/print.js";
import { type Plain, toPlain } from "./plain.js";
import { Source } from "./syntax/source.js";

export type { FileStat, FileType, Io } from "../io/io.js";
export { IoError } from "../io/io.js";
export { createMemoryIo } from "../io/memory.js";
export { createMachine, defaultSettings, type MachineOptions } from "./create-machine.js";
export { toBytes, toText } from "./eval/bytes.js";
export { type Frame, NixError, type NixErrorCode } from "./eval/errors.js";
export type { Machine } from "./eval/machine.js";
export type { Listener, Settings } from "./eval/settings.js";
export type { Plain } from "./plain.js";
export { Source, type Span } from "./syntax/source.js";

export interface EvaluateOptions extends Partial<MachineOptions> {
  /** Absolute folder that relative paths start from; `/` by default. */
  readonly directory?: string;
}

/**
 * Evaluates an expression completely and gives it as plain data: large ints as `bigint`, sets as objects.
 * Without an `io` the program sees no files and no environment.
 *
 * @throws NixError when the program is wrong, or its value (a function, say) is not data.
 */
export function evaluate(text: string, options: EvaluateOptions = {}): Plain {
  const { machine, source } = prepare(text, options);
  return toPlain(machine, machine.evaluate(source));
}

/** As `evaluate`, but prints the value as `nix-instantiate --eval --strict` does. */
export function evaluateToText(text: string, options: EvaluateOptions = {}): string {
  const { machine, source } = prepare(text, options);
  return toText(printValue(deepForce(machine.evaluate(source))));
}

function prepare(text: string, { directory = "/", ...options }: EvaluateOptions) {
  const machine = createMachine({ io: createMemoryIo(), ...options });
  return { machine, source: new Source("(string)", toBytes(text), toBytes(directory), false) };
}
