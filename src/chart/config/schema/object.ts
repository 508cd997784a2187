/** Sets of fields with names: the nodes of the config's tree. */

import { type JsonObject, setOwn } from "../../../kubernetes/json.js";
import { quote } from "../../../kubernetes/names.js";
import { hideDeferred } from "../deferred.js";
import type { Path } from "../issue.js";
import { json } from "./json.js";
import { nixText } from "./nix-text.js";
import {
  type AnyField,
  type AnySchema,
  checkMember,
  type Field,
  type Finding,
  type InputOf,
  isPlainObject,
  type OutputOf,
  type Place,
  pathOf,
  report,
  type Schema,
  type Valid,
  type Walk,
  wrongType,
} from "./schema.js";
import { suggestField } from "./suggest.js";

interface Words<S> {
  readonly doc: string;
  readonly example: InputOf<S>;
}

export function required<S extends AnySchema>(schema: S, words: Words<S>): Field<S, "required"> {
  return { kind: "required", schema, ...words };
}

/** A field that may be left out; `unset` says what that means. */
export function optional<S extends AnySchema>(
  schema: S,
  words: Words<S> & { readonly unset: string },
): Field<S, "optional"> {
  return { kind: "optional", schema, ...words };
}

/** A field that has this value when it is left out. */
export function defaulted<S extends AnySchema>(
  schema: S,
  value: InputOf<S> & OutputOf<S>,
  words: Words<S>,
): Field<S, "defaulted"> {
  return { kind: "defaulted", schema, default: value, ...words };
}

type Fields = Readonly<Record<string, AnyField>>;
type KeysOf<F extends Fields, Kind> = { [K in keyof F]: F[K]["kind"] extends Kind ? K : never }[keyof F];
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** What may be written: `null` says the same as leaving the field out. */
export type ObjectInput<F extends Fields> = Flat<
  { [K in KeysOf<F, "required">]: InputOf<F[K]["schema"]> } & {
    [K in KeysOf<F, "optional" | "defaulted">]?: InputOf<F[K]["schema"]> | null | undefined;
  }
>;

export type ObjectOutput<F extends Fields> = Flat<
  { [K in KeysOf<F, "required" | "defaulted">]: OutputOf<F[K]["schema"]> } & {
    [K in KeysOf<F, "optional">]?: OutputOf<F[K]["schema"]>;
  }
>;

/** What a rule over several fields gets to see. */
export interface View<T> {
  /** The fields that are right, and have been computed. */
  readonly valid: Valid<T>;
  /** Whether the user wrote the field at all, be it right or wrong. */
  readonly wrote: (key: keyof T & string) => boolean;
  /** Whether required fields may be missing. */
  readonly fragment: boolean;
  /** Reports something about the object (the empty path) or a field in it. */
  readonly complain: (key: string | Path, finding: Finding) => void;
}

export type ObjectRule<T> = (view: View<T>) => void;

/** A set of exactly these fields. The rules look at several fields together. */
export function object<const F extends Fields>(
  fields: F,
  ...rules: readonly ObjectRule<ObjectOutput<F>>[]
): Schema<ObjectInput<F>, ObjectOutput<F>> {
  return objectSchema(fields, false, rules as readonly ObjectRule<never>[]);
}

/** A set of fields of the Kubernetes API of which only these are known here; any other passes through. */
export function openObject<const F extends Fields>(
  fields: F,
  ...rules: readonly ObjectRule<ObjectOutput<F>>[]
): Schema<ObjectInput<F> & { readonly [field: string]: unknown }, ObjectOutput<F> & JsonObject> {
  return objectSchema(fields, true, rules as readonly ObjectRule<never>[]);
}

// biome-ignore lint/suspicious/noExplicitAny: the two functions above give the types
function objectSchema(fields: Fields, open: boolean, rules: readonly ObjectRule<never>[]): Schema<any, any> {
  const entries = Object.entries(fields);
  const names = new Set(Object.keys(fields));
  const shape = { type: "object", fields, open } as const;
  const check = (value: unknown, at: Place, walk: Walk) => {
    if (!isPlainObject(value)) return wrongType(walk, at, "a set of fields", value);
    const result: Record<string, unknown> = {};
    for (const [name, field] of entries) checkField(result, value, name, field, at, walk);
    for (const name of Object.keys(value)) {
      if (names.has(name) || value[name] === undefined) continue;
      if (!open) unknownField(name, fields, at, walk);
      else if (value[name] !== null) checkOther(result, name, value[name], at, walk);
    }
    for (const rule of rules) rule(viewOf(result, value, at, walk) as View<never>);
    return result;
  };
  return { shape, check };
}

function checkField(
  result: Record<string, unknown>,
  input: Readonly<Record<string, unknown>>,
  name: string,
  field: AnyField,
  at: Place,
  walk: Walk,
): void {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (value !== undefined && value !== null) {
    const checked = checkMember(field.schema, value, { parent: at, key: name }, walk);
    if (checked !== undefined) result[name] = checked;
  } else if (field.kind === "defaulted") {
    result[name] = field.default;
  } else if (field.kind === "required" && !walk.fragment) {
    const help = `Add ${name}, for example ${name} = ${nixText(field.example)}.`;
    report(
      walk,
      { parent: at, key: name },
      { code: "missing-field", message: `the required field "${name}" is missing`, help },
    );
  }
}

function checkOther(result: Record<string, unknown>, key: string, value: unknown, at: Place, walk: Walk): void {
  const checked = checkMember(json, value, { parent: at, key }, walk);
  if (checked !== undefined) setOwn<unknown>(result, key, checked);
}

function unknownField(name: string, fields: Fields, at: Place, walk: Walk): void {
  const help = suggestField(name, Object.keys(fields), pathOf(at), walk.whole);
  const place = { parent: at, key: name };
  report(walk, place, { code: "unknown-field", message: `there is no field ${quote(name)} here`, help });
}

function viewOf(result: object, input: Record<string, unknown>, at: Place, walk: Walk): View<object> {
  return {
    valid: walk.found.deferred ? hideDeferred(result) : result,
    wrote: (key) => Object.hasOwn(input, key) && input[key] !== undefined && input[key] !== null,
    fragment: walk.fragment,
    complain: (key, finding) => {
      const keys = typeof key === "string" ? [key] : key;
      const place = keys.reduce<Place>((parent, part) => ({ parent, key: part }), at);
      report(walk, place, finding);
    },
  };
}
