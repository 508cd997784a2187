/**
 * The thin layer in which the config is defined once. A `Schema` checks a value and can be walked: its `shape`
 * says what it accepts, so that types, checks, documentation and JSON Schema come from the same lines.
 * Leaves are Valibot schemas (leaf.ts). What holds them together is ours, because here a check
 *   - goes on after a mistake, and gives back the part that is right, so that one run finds everything;
 *   - takes a `Deferred` value for whatever is wanted;
 *   - can check a fragment, which lacks what the rest of the config has.
 */
import { Deferred } from "../deferred.js";
import type { ConfigIssue, Path } from "../issue.js";

/** `I` is what may be written, `O` what a check gives: without nulls, with defaults filled in. */
export interface Schema<I, O = I> {
  readonly shape: Shape;
  /** The valid part of the value; `undefined` when there is none. Problems go to the walk. */
  check(value: unknown, at: Place, walk: Walk): O | undefined;
  /** Never there; carries the input type. */
  readonly "~input"?: I;
}

// biome-ignore lint/suspicious/noExplicitAny: stands for every schema, whatever its types
export type AnySchema = Schema<any, any>;
export type InputOf<S> = S extends Schema<infer I, unknown> ? I : never;
export type OutputOf<S> = S extends Schema<unknown, infer O> ? O : never;

/** The part of a value that is right. Items of lists that are wrong are `undefined`. */
export type Valid<T> = T extends readonly (infer E)[]
  ? readonly (Valid<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Valid<T[K]> | undefined }
    : T;

/** What a schema accepts, for those who document it. */
export type Shape =
  | { readonly type: "object"; readonly fields: Readonly<Record<string, AnyField>>; readonly open: boolean }
  | { readonly type: "list"; readonly item: AnySchema }
  | { readonly type: "map"; readonly value: AnySchema; readonly key: string }
  | { readonly type: "choice"; readonly alternatives: readonly AnySchema[] }
  | { readonly type: "string"; readonly words?: readonly string[]; readonly format?: string | undefined }
  | { readonly type: "integer" | "number"; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: "boolean" | "json" | "unsupported" };

/** A field of an object: a schema with what a reader must know. */
export interface Field<S extends AnySchema, Kind extends FieldKind> {
  readonly kind: Kind;
  readonly schema: S;
  /** One sentence. */
  readonly doc: string;
  readonly example: InputOf<S>;
  /** Filled in when the field is left out. */
  readonly default?: InputOf<S>;
  /** What leaving the field out means, where that is not a value. */
  readonly unset?: string;
}

export type FieldKind = "required" | "optional" | "defaulted";
// biome-ignore lint/suspicious/noExplicitAny: stands for every field, whatever its types
export type AnyField = Field<any, FieldKind>;

/** A place in the config: linked, because a path is only needed where something is wrong. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

export function pathOf(place: Place | undefined): Path {
  const path: (string | number)[] = [];
  for (let at = place; at?.parent !== undefined; at = at.parent) path.unshift(at.key);
  return path;
}

/** The root has no parent; its key is never shown. */
export const root: Place = { parent: undefined, key: "" };

/** One check of one config. */
export interface Walk {
  readonly found: Findings;
  /** Whether required fields may be missing. */
  readonly fragment: boolean;
  /** The schema of the whole config, where suggestions are looked for. */
  readonly whole: AnySchema;
}

export interface Findings {
  readonly issues: ConfigIssue[];
  /** Whether anything was `Deferred`. */
  deferred: boolean;
}

/** What is wrong; the place is known where it is reported. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly help?: string | undefined;
}

export function report(walk: Walk, at: Place, { code, message, help }: Finding): undefined {
  const path = pathOf(at);
  walk.found.issues.push({ code, severity: "error", path, message, ...(help !== undefined && { help }) });
}

/** Checks a value that may be `Deferred`, which is handed through. */
export function checkMember<O>(schema: Schema<unknown, O>, value: unknown, at: Place, walk: Walk): O | undefined {
  if (!(value instanceof Deferred)) return schema.check(value, at, walk);
  walk.found.deferred = true;
  return value as O;
}

/** A set of fields, and no object that stands for something else, such as a Map or a Date. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A value in a few words, for "but this is …". */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string")
    return `the string ${JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value)}`;
  if (typeof value === "number" && Number.isNaN(value)) return "not a number (NaN)";
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "function") return "a function";
  if (typeof value !== "object") return `a ${typeof value}`;
  return isPlainObject(value) ? "a set of fields" : "an object that is not plain";
}

export function wrongType(walk: Walk, at: Place, expected: string, value: unknown, advice?: string): undefined {
  const what = at.parent === undefined ? "the config" : "this";
  const message = `${what} must be ${expected}, but it is ${describe(value)}`;
  return report(walk, at, { code: "wrong-type", message, help: advice });
}
