/** `==` and `<`, as Nix defines them for every pair of types. */
import { Attrs } from "./attrs.js";
import { textOf } from "./coerce.js";
import { NixError } from "./errors.js";
import { typeName } from "./expect.js";
import { printForError } from "./print.js";
import { force, isFunction, isInt, isString, NixFloat, type NixInt, NixPath, type Slot, type Value } from "./value.js";

/** Functions equal nothing, not even themselves, unless both are one and the same slot: Nix compares addresses. */
export function equals(a: Slot, b: Slot): boolean {
  const x = force(a);
  const y = force(b);
  return (a === b && typeof a === "object") || equalValues(x, y);
}

export function equalValues(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a === b;
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (a === null || typeof a === "boolean") return a === b;
  if (isInt(a)) return isInt(b) ? a === b : b instanceof NixFloat && Number(a) === b.value;
  if (a instanceof NixFloat) return b instanceof NixFloat ? a.value === b.value : isInt(b) && a.value === Number(b);
  if (isString(a)) return isString(b) && textOf(a) === textOf(b);
  if (a instanceof NixPath) return b instanceof NixPath && a.path === b.path;
  if (a instanceof Attrs) return b instanceof Attrs && equalAttrs(a, b);
  if (isFunction(a)) return false;
  return Array.isArray(b) && equalLists(a, b);
}

function equalLists(a: readonly Slot[], b: readonly Slot[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!equals(a[i] as Slot, b[i] as Slot)) return false;
  return true;
}

function equalAttrs(a: Attrs, b: Attrs): boolean {
  if (isDerivation(a) && isDerivation(b)) {
    const x = a.get("outPath");
    const y = b.get("outPath");
    if (x !== undefined && y !== undefined) return equals(x, y);
  }
  if (a.size !== b.size) return false;
  for (let i = 0; i < a.size; i++) {
    if (a.names[i] !== b.names[i]) return false;
    if (!equals(a.values[i] as Slot, b.values[i] as Slot)) return false;
  }
  return true;
}

/** A set with `type = "derivation"`. */
export function isDerivation(attrs: Attrs): boolean {
  const type = attrs.get("type");
  return type !== undefined && force(type) === "derivation";
}

/** `a < b` for numbers, strings, paths and lists of them; an error for everything else. */
export function lessThan(a: Slot, b: Slot): boolean {
  return lessValues(force(a), force(b));
}

export function lessValues(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  if (isInt(a) && isInt(b)) return a < b;
  if (isNumber(a) && isNumber(b)) return toDouble(a) < toDouble(b);
  if (isString(a) && isString(b)) return textOf(a) < textOf(b);
  if (a instanceof NixPath && b instanceof NixPath) return a.path < b.path;
  if (Array.isArray(a) && Array.isArray(b)) return lessLists(a, b);
  throw incomparable(a, b);
}

function toDouble(value: NixInt | NixFloat): number {
  return value instanceof NixFloat ? value.value : Number(value);
}

function isNumber(value: Value): value is NixInt | NixFloat {
  return isInt(value) || value instanceof NixFloat;
}

function lessLists(a: readonly Slot[], b: readonly Slot[]): boolean {
  for (let i = 0; i < b.length; i++) {
    if (i >= a.length) return true;
    if (!equals(a[i] as Slot, b[i] as Slot)) return lessThan(a[i] as Slot, b[i] as Slot);
  }
  return false;
}

function incomparable(a: Value, b: Value): NixError {
  const [left, right] = [typeName(a), typeName(b)];
  const reason = left === right ? "values of that type are incomparable; values are" : "values are";
  return new NixError(
    "type",
    `cannot compare ${left} with ${right}; ${reason} ${printForError(a)} and ${printForError(b)}`,
  );
}
