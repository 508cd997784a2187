/** Flake references, between their two spellings. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs, forceStringNoContext, typeName } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { force, isInt, isString, normalizeInt, type Slot } from "../eval/value.js";
import { parseReference, printReference } from "./flake-reference/parse.js";
import type { ReferenceAttribute } from "./flake-reference/reference.js";

export const flakeReferences: readonly Builtin[] = [
  {
    name: "parseFlakeRef",
    args: ["reference"],
    doc: "A flake reference such as `github:owner/repo` as a set.",
    pure: true,
    experimental: "flakes",
    call: parse,
  },
  {
    name: "flakeRefToString",
    args: ["attrs"],
    doc: "A flake reference that is a set, as text.",
    pure: true,
    experimental: "flakes",
    call: print,
  },
];

function parse(_: Machine, slot: Slot): Attrs {
  const attributes = [...parseReference(forceStringNoContext(slot))];
  return Attrs.from(attributes.map(([name, value]) => [name, typeof value === "bigint" ? normalizeInt(value) : value]));
}

function print(_: Machine, slot: Slot): string {
  const attrs = forceAttrs(slot);
  return printReference(new Map(attrs.names.map((name, i) => [name, readAttribute(name, attrs.values[i] as Slot)])));
}

function readAttribute(name: string, slot: Slot): ReferenceAttribute {
  const value = force(slot);
  if (typeof value === "boolean") return value;
  if (isString(value)) return forceStringNoContext(value);
  if (!isInt(value)) {
    throw new NixError(
      "type",
      `flake reference attribute sets may only contain integers, Booleans, and strings, but attribute '${name}' is ${typeName(value)}`,
    );
  }
  if (value >= 0) return BigInt(value);
  throw new NixError("value", `negative value given for flake ref attr ${name}: ${value}`);
}
