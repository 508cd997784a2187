/** Strings with contexts, and turning other values into strings. */
import { Attrs } from "./attrs.js";
import { call1 } from "./call.js";
import { NixError } from "./errors.js";
import { typeName } from "./expect.js";
import type { Machine } from "./machine.js";
import { printForError } from "./print.js";
import { toFixed } from "./rounding.js";
import { type Context, force, isInt, NixFloat, NixPath, NixString, type Slot, type Value } from "./value.js";

const noContext: Context = new Set();

export function textOf(string: string | NixString): string {
  return typeof string === "string" ? string : string.text;
}

export function contextOf(string: string | NixString): Context {
  return typeof string === "string" ? noContext : string.context;
}

/** A plain string when the context is empty. */
export function makeString(text: string, context: Context): string | NixString {
  return context.size === 0 ? text : new NixString(text, context);
}

/** Joins contexts, sharing where one side adds nothing. */
export function concatContext(a: Context, b: Context): Context {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  return new Set([...a, ...b]);
}

export interface CoerceOptions {
  /** As `toString` does: also numbers, booleans, null and lists. */
  readonly coerceMore?: boolean;
  /** Whether a path becomes a store path (in strings) or stays where it is (`toString`). */
  readonly copyToStore?: boolean;
}

const interpolation: CoerceOptions = { copyToStore: true };

/** What `"${…}"` does. */
export function interpolate(machine: Machine, value: Value): string | NixString {
  if (typeof value === "string" || value instanceof NixString) return value;
  return coerceToString(machine, value, interpolation);
}

export function coerceToString(machine: Machine, slot: Slot, options: CoerceOptions): string | NixString {
  const value = force(slot);
  if (typeof value === "string" || value instanceof NixString) return value;
  if (value instanceof NixPath) return options.copyToStore ? machine.copyToStore(value.path) : value.path;
  if (value instanceof Attrs) return coerceAttrs(machine, value, options);
  if (options.coerceMore) {
    const more = coerceScalarOrList(machine, value, options);
    if (more !== undefined) return more;
  }
  throw cannotCoerce(value);
}

function coerceAttrs(machine: Machine, attrs: Attrs, options: CoerceOptions): string | NixString {
  const convert = attrs.get("__toString");
  if (convert !== undefined) return coerceToString(machine, call1(machine, force(convert), attrs), options);
  const outPath = attrs.get("outPath");
  if (outPath !== undefined) return coerceToString(machine, outPath, options);
  throw cannotCoerce(attrs);
}

function coerceScalarOrList(machine: Machine, value: Value, options: CoerceOptions): string | NixString | undefined {
  if (value === true) return "1";
  if (value === false || value === null) return "";
  if (isInt(value)) return String(value);
  if (value instanceof NixFloat) return floatToString(value.value);
  if (Array.isArray(value)) return coerceList(machine, value, options);
  return undefined;
}

/** Items with a space between; an empty list leaves no space behind, but an empty string does. */
function coerceList(machine: Machine, list: readonly Slot[], options: CoerceOptions): string | NixString {
  let text = "";
  let context = noContext;
  list.forEach((slot, i) => {
    const item = coerceToString(machine, slot, options);
    const isEmptyList = Array.isArray(force(slot)) && (force(slot) as readonly Slot[]).length === 0;
    text += textOf(item);
    context = concatContext(context, contextOf(item));
    if (i < list.length - 1 && !isEmptyList) text += " ";
  });
  return makeString(text, context);
}

function cannotCoerce(value: Value): NixError {
  return new NixError("type", `cannot coerce ${typeName(value)} to a string: ${printForError(value)}`);
}

/** `toString 1.5` = "1.500000", as C++ writes doubles. */
export function floatToString(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Math.abs(value) < 1e21) return Object.is(value, -0) ? "-0.000000" : toFixed(value, 6);
  return `${BigInt(value)}.000000`;
}
