/** Lists, maps with free keys, and values that may be written in more than one way. */

import { setOwn } from "../../../kubernetes/json.js";
import { hideDeferred } from "../deferred.js";
import {
  type AnySchema,
  checkMember,
  type Finding,
  type InputOf,
  isPlainObject,
  type OutputOf,
  type Place,
  report,
  type Schema,
  type Valid,
  type Walk,
  wrongType,
} from "./schema.js";

/** Looks at all items; those that are wrong are `undefined`. Says at which index what is wrong. */
export type ListRule<T> = (
  items: readonly (Valid<T> | undefined)[],
) => Iterable<readonly [index: number, finding: Finding]>;

/** Items must be complete even in a fragment, because merging replaces a list as a whole. */
export function list<S extends AnySchema>(
  item: S,
  ...rules: readonly ListRule<OutputOf<S>>[]
): Schema<readonly InputOf<S>[], readonly OutputOf<S>[]> {
  const check = (value: unknown, at: Place, walk: Walk) => {
    if (!Array.isArray(value)) return wrongType(walk, at, "a list", value, "Put it in [ ].");
    const whole = walk.fragment ? { ...walk, fragment: false } : walk;
    const items = value.map((entry, index) => checkMember(item, entry, { parent: at, key: index }, whole));
    const seen = walk.found.deferred ? hideDeferred(items) : items;
    for (const rule of rules) {
      for (const [key, finding] of rule(seen)) report(walk, { parent: at, key }, finding);
    }
    return items;
  };
  return { shape: { type: "list", item }, check };
}

/** A rule for lists in which something must be said only once. */
export function unique<T>(what: string, keyOf: (item: Valid<T>) => string | undefined): ListRule<T> {
  return function* (items) {
    const first = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const key = item === undefined ? undefined : keyOf(item);
      const before = key === undefined ? undefined : first.get(key);
      if (before !== undefined) {
        yield [index, { code: "duplicate", message: `${what} ${key} is here twice: also at index ${before}` }];
      } else if (key !== undefined) first.set(key, index);
    }
  };
}

/** What the keys of a map are. */
export interface KeyForm {
  readonly code: string;
  readonly noun: string;
  readonly problem: (key: string) => string | undefined;
}

/** A set whose field names are the user's. Null says the same as leaving the entry out. */
export function map<S extends AnySchema>(
  key: KeyForm,
  value: S,
): Schema<Readonly<Record<string, InputOf<S> | null>>, Readonly<Record<string, OutputOf<S>>>> {
  const check = (input: unknown, at: Place, walk: Walk) => {
    if (!isPlainObject(input)) return wrongType(walk, at, "a set of fields", input);
    const result: Record<string, OutputOf<S>> = {};
    for (const [name, entry] of Object.entries(input)) {
      if (entry === null || entry === undefined) continue;
      const place = { parent: at, key: name };
      const problem = key.problem(name);
      if (problem !== undefined) report(walk, place, { code: key.code, message: problem });
      const checked = checkMember(value, entry, place, walk);
      if (checked !== undefined && problem === undefined) setOwn(result, name, checked);
    }
    return result;
  };
  return { shape: { type: "map", value, key: key.noun }, check };
}

type Kind = "string" | "number" | "boolean" | "list" | "object";

const expectations: Readonly<Record<Kind, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  object: "a set of fields",
};

function kindOf(value: unknown): Kind | undefined {
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return isPlainObject(value) ? "object" : undefined;
  const kind = typeof value === "bigint" ? "number" : typeof value;
  return kind in expectations ? (kind as Kind) : undefined;
}

/** A value that may be written in more than one way; which, is seen from its type. */
export function choice<const A extends Partial<Record<Kind, AnySchema>>>(
  alternatives: A,
): Schema<InputOf<A[keyof A]>, OutputOf<A[keyof A]>> {
  const known = alternatives as Partial<Record<Kind, AnySchema>>;
  const kinds = Object.keys(known) as Kind[];
  const expected = kinds.map((kind) => expectations[kind]).join(" or ");
  const check = (value: unknown, at: Place, walk: Walk) => {
    const kind = kindOf(value);
    const schema = kind === undefined ? undefined : known[kind];
    return schema === undefined ? wrongType(walk, at, expected, value) : schema.check(value, at, walk);
  };
  return { shape: { type: "choice", alternatives: Object.values(known) }, check };
}

/** A set of fields that is one of two things, depending on whether it has any of certain fields. */
export function eitherBy<A extends AnySchema, B extends AnySchema>(
  fields: readonly string[],
  withField: A,
  without: B,
): Schema<InputOf<A> | InputOf<B>, OutputOf<A> | OutputOf<B>> {
  const check = (value: unknown, at: Place, walk: Walk) =>
    (isPlainObject(value) && fields.some((field) => Object.hasOwn(value, field)) ? withField : without).check(
      value,
      at,
      walk,
    );
  return { shape: { type: "choice", alternatives: [withField, without] }, check };
}
