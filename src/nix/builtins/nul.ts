import { toBytes } from "../eval/bytes.js";
import { NixError } from "../eval/errors.js";

/** Gives the text back, unless it has a NUL, which other formats allow in strings and Nix does not. */
export function withoutNul(text: string): string {
  if (!text.includes("\0")) return text;
  const shown = text.replaceAll("\0", toBytes("␀"));
  throw new NixError(
    "value",
    `input string '${shown}' cannot be represented as Nix string because it contains null bytes`,
  );
}
