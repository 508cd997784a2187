/** Nix texts that are not files. */
import { toBytes } from "../nix/eval/bytes.js";
import { Source } from "../nix/syntax/source.js";

/** How a text given with `--expr` or `--arg` is called in messages, and one from stdin. */
const expressionName = toBytes("«string»");
const inputName = toBytes("«stdin»");

/** `directory` is where its relative paths start; both are byte strings. */
export function expressionSource(text: string, directory: string): Source {
  return new Source(expressionName, text, directory, false);
}

export function inputSource(text: string, directory: string): Source {
  return new Source(inputName, text, directory, false);
}

/** Whether the user wrote it, rather than us. */
export function isUsersOwn({ isFile, name }: Source): boolean {
  return isFile || name === expressionName || name === inputName;
}
