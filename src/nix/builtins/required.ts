/** Attributes that a builtin's argument must have. */
import type { Attrs } from "../eval/attrs.js";
import { NixError } from "../eval/errors.js";
import type { Slot } from "../eval/value.js";

export function requireAttr(attrs: Attrs, name: string): Slot {
  const slot = attrs.get(name);
  if (slot === undefined) throw new NixError("missing-attribute", `attribute '${name}' missing`);
  return slot;
}
