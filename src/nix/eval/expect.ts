/**
 * "This must be an integer": forcing a slot and insisting on its type, with Nix's words when it is
 * something else. Errors leave here without a place; the call or operator that asked adds its own.
 */
import { Attrs } from "./attrs.js";
import { NixError } from "./errors.js";
import { printForError } from "./print.js";
import {
  Closure,
  force,
  isFunction,
  isInt,
  isString,
  NixFloat,
  type NixInt,
  type NixList,
  NixString,
  PartialPrimOp,
  PrimOp,
  type Slot,
  type Value,
} from "./value.js";

/** As Nix names types in sentences: "a set", "an integer", "the built-in function 'map'". */
export function typeName(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return "a Boolean";
  if (isInt(value)) return "an integer";
  if (typeof value === "string") return "a string";
  if (value instanceof NixString) return "a string with context";
  if (value instanceof Attrs) return "a set";
  if (Array.isArray(value)) return "a list";
  if (value instanceof Closure) return "a function";
  if (value instanceof PrimOp) return `the built-in function '${value.builtin.name}'`;
  if (value instanceof PartialPrimOp) return `the partially applied built-in function '${value.builtin.name}'`;
  if (value instanceof NixFloat) return "a float";
  return "a path";
}

/** `expected` with its article: "a set". */
export function typeError(expected: string, value: Value): NixError {
  return new NixError("type", `expected ${expected} but found ${typeName(value)}: ${printForError(value)}`);
}

export function forceInt(slot: Slot): NixInt {
  const value = force(slot);
  if (isInt(value)) return value;
  throw typeError("an integer", value);
}

/** An int or a float, as a double. */
export function forceDouble(slot: Slot): number {
  const value = force(slot);
  if (isInt(value)) return Number(value);
  if (value instanceof NixFloat) return value.value;
  throw typeError("a float", value);
}

export function forceBool(slot: Slot): boolean {
  const value = force(slot);
  if (typeof value === "boolean") return value;
  throw typeError("a Boolean", value);
}

/** With whatever context it has. */
export function forceString(slot: Slot): string | NixString {
  const value = force(slot);
  if (isString(value)) return value;
  throw typeError("a string", value);
}

/** Refuses a string that depends on store paths, where Nix does. */
export function forceStringNoContext(slot: Slot): string {
  const value = forceString(slot);
  if (typeof value === "string") return value;
  const [first] = value.context;
  throw new NixError(
    "type",
    `the string '${value.text}' is not allowed to refer to a store path (such as '${first ?? ""}')`,
  );
}

export function forceList(slot: Slot): NixList {
  const value = force(slot);
  if (Array.isArray(value)) return value;
  throw typeError("a list", value);
}

export function forceAttrs(slot: Slot): Attrs {
  const value = force(slot);
  if (value instanceof Attrs) return value;
  throw typeError("a set", value);
}

/** A function, or a set that can be called. */
export function forceFunction(slot: Slot): Value {
  const value = force(slot);
  if (isFunction(value) || (value instanceof Attrs && value.has("__functor"))) return value;
  throw typeError("a function", value);
}
