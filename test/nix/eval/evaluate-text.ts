/** Evaluating a text without any file, for tests of how it went. */
import { createMemoryIo } from "../../../src/io/memory.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { toBytes, toText } from "../../../src/nix/eval/bytes.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { NixError } from "../../../src/nix/eval/errors.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { Source, type Span } from "../../../src/nix/syntax/source.js";

export interface Evaluation {
  /** The value as printed; `undefined` when there is none. */
  readonly printed: string | undefined;
  readonly error: NixError | undefined;
  /** What `builtins.trace` said. */
  readonly traces: readonly string[];
}

/** Evaluates a text completely, as if it stood in `/work/main.nix`, with other files beside it. */
export function evaluateText(text: string, files: Readonly<Record<string, string>> = {}): Evaluation {
  const traces: string[] = [];
  const listener = { trace: (message: string) => traces.push(message), warn: () => undefined };
  const paths = Object.entries(files).map(([name, content]) => [`/work/${name}`, content]);
  const machine = createMachine({ io: createMemoryIo({ files: Object.fromEntries(paths) }), listener });
  try {
    const value = machine.evaluate(new Source("/work/main.nix", toBytes(text), "/work", true));
    return { printed: toText(printValue(deepForce(value))), error: undefined, traces };
  } catch (error) {
    if (error instanceof NixError) return { printed: undefined, error, traces };
    throw error;
  }
}

/** `main.nix:2:5` */
export function place(span: Span | undefined): string {
  if (span === undefined) return "nowhere";
  const { line, column } = span.source.position(span.start);
  return `${span.source.name.replace("/work/", "")}:${line}:${column}`;
}
