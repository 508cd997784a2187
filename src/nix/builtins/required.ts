/** Attributes that a builtin's argument must have. */
import { type Attrs, compareNames } from "../eval/attrs.js";
import { NixError } from "../eval/errors.js";
import type { Slot } from "../eval/value.js";

export function requireAttr(attrs: Attrs, name: string): Slot {
  const slot = attrs.get(name);
  if (slot === undefined) throw new NixError("missing-attribute", `attribute '${name}' missing`);
  return slot;
}

/** The names of a set that are not in `known`, in order. */
export function unknownNames(attrs: Attrs, known: ReadonlySet<string>): readonly string[] {
  return attrs.names.filter((name) => !known.has(name)).sort(compareNames);
}
