/** Evaluating an expression in a test. */
import { createMemoryIo, type MemoryContent } from "../../../src/io/memory.js";
import { createMachine, type MachineOptions } from "../../../src/nix/create-machine.js";
import { toBytes, toText } from "../../../src/nix/eval/bytes.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { Source } from "../../../src/nix/syntax/source.js";

export interface EvaluateOptions extends Omit<MachineOptions, "io"> {
  readonly files?: MemoryContent;
}

/** Prints the value of an expression whose relative paths start from `/work`. */
export function evaluate(text: string, { files, ...options }: EvaluateOptions = {}): string {
  const machine = createMachine({ io: createMemoryIo(files), ...options });
  const source = new Source("(string)", toBytes(text), "/work", false);
  return toText(printValue(deepForce(machine.evaluate(source))));
}

/** A Nix string literal. */
export function literal(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replaceAll("${", "\\${")}"`;
}
