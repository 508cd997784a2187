/** From the evaluator's spans, in bytes of a source, to a diagnostic's locations, in characters of a line. */
import type { Location } from "../diagnostics/diagnostic.js";
import { toText } from "../nix/eval/bytes.js";
import type { Span } from "../nix/syntax/source.js";

/** `file` is the source's absolute path, or its description. */
export function locationOf({ source, start, end }: Span): Location {
  const { line, column } = source.position(start);
  const bytes = source.line(line);
  const before = toText(bytes.slice(0, column - 1));
  const marked = toText(bytes.slice(column - 1, column - 1 + Math.max(1, end - start)));
  return {
    file: toText(source.name),
    line,
    column: characters(before) + 1,
    length: Math.max(1, characters(marked)),
    lineText: toText(bytes),
  };
}

function characters(text: string): number {
  return [...text].length;
}
