/** Nix texts that are not files. */
import { toBytes } from "../nix/eval/bytes.js";
import { Source } from "../nix/syntax/source.js";

/** How a text given with `--expr` or `--arg` is called in messages. */
export const expressionName = toBytes("«string»");

/** `directory` is where its relative paths start; both are byte strings. */
export function expressionSource(text: string, directory: string): Source {
  return new Source(expressionName, text, directory, false);
}
