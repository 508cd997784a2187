/**
 * Flake references as an input or a command line has them: `./charts`, `path:../shared`,
 * `github:owner/repo`, `nixpkgs`. Only those to a folder of this machine can be followed here.
 */
import { parseReference, printReference } from "../builtins/flake-reference/parse.js";
import { type Reference, requiredText, textAttribute } from "../builtins/flake-reference/reference.js";
import { resolvePath } from "../eval/paths.js";

export type FlakeReference =
  /** An absolute, normalised path (a byte string). */
  | { readonly type: "path"; readonly path: string }
  /** Anything that would have to be fetched, or looked up in a registry first. */
  | { readonly type: "remote"; readonly url: string };

/** `base` is the folder that a relative path starts from. Throws a `NixError` for what is no flake reference. */
export function parseFlakeReference(text: string, base: string): FlakeReference {
  return resolveReference(parseBareReference(text), base);
}

/** As `builtins.parseFlakeRef`, which lacks the relative paths `./x`, `../x`, `.` and `..`. */
export function parseBareReference(text: string): Reference {
  return parseReference(/^\.{0,2}(\/|$)/.test(text) ? `path:${text}` : text);
}

export function resolveReference(reference: Reference, base: string): FlakeReference {
  if (textAttribute(reference, "type") !== "path") return { type: "remote", url: printReference(reference) };
  const path = requiredText(reference, "path");
  return { type: "path", path: resolvePath(resolvePath(base, path), textAttribute(reference, "dir") ?? ".") };
}
