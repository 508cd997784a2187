/** Arguments that name files: paths, strings, and sets that become either. */
import { Attrs } from "../eval/attrs.js";
import { toText } from "../eval/bytes.js";
import { call1 } from "../eval/call.js";
import { coerceToString, contextOf, textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import type { Machine } from "../eval/machine.js";
import { canonicalPath } from "../eval/paths.js";
import { readingFiles } from "../eval/reading-files.js";
import { type Context, force, NixPath, type Slot } from "../eval/value.js";
import { parseContext } from "./store/context.js";
import { readDerivation } from "./store/derivation-hash.js";

export interface FilePath {
  /** Absolute and canonical: a byte string. */
  readonly path: string;
  readonly context: Context;
}

const noContext: Context = new Set();

/** Does not look at any file. */
export function coerceToPath(machine: Machine, slot: Slot): FilePath {
  const value = force(slot);
  if (value instanceof NixPath) return { path: value.path, context: noContext };
  if (value instanceof Attrs) {
    const convert = value.get("__toString");
    if (convert !== undefined) return coerceToPath(machine, call1(machine, force(convert), value));
  }
  const string = coerceToString(machine, value, { copyToStore: false });
  const text = textOf(string);
  if (!text.startsWith("/")) {
    throw new NixError("value", `string '${text}' doesn't represent an absolute path`);
  }
  return { path: canonicalPath(text), context: contextOf(string) };
}

/** A path to read from. What a derivation has still to build cannot be read, for nothing is built here. */
export function readablePath(machine: Machine, slot: Slot): string {
  const { path, context } = coerceToPath(machine, slot);
  for (const element of context) {
    const { kind, path: derivation, output } = parseContext(element);
    if (kind === "built") requireBuilt(machine, derivation, output);
  }
  return path;
}

function requireBuilt(machine: Machine, derivation: string, output: string): void {
  const built = readingFiles(() => {
    const path = readDerivation(machine, derivation).outputs.get(output)?.path ?? "";
    return path !== "" && machine.io.stat(toText(path)) !== undefined;
  });
  if (built) return;
  throw new NixError(
    "io",
    `cannot build '${derivation}^${output}' during evaluation because the option 'allow-import-from-derivation' is disabled`,
  );
}
