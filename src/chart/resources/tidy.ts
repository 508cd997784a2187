/** Keeping out of the output what the user did not ask for, and putting the rest in a fixed order. */
import { type Json, setOwn } from "../../kubernetes/json.js";

/** A deep copy without what is undefined, so that no one can change the config through a resource. */
export function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(plain);
  if (typeof value !== "object" || value === null) return value as Json;
  const copy: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) setOwn(copy, key, plain(item));
  return copy;
}

/** By name, so that the output does not depend on the order in which a map was written. */
export function sorted<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A list, or nothing instead of an empty one: what the user did not set is not in the output. */
export function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

/** The same for a set of fields, taken as empty when all its fields are undefined. */
export function nonEmptyFields<T extends object>(fields: T | undefined): T | undefined {
  return fields !== undefined && Object.values(fields).some((value) => value !== undefined) ? fields : undefined;
}

export function hasEntries(map: object | undefined): boolean {
  return map !== undefined && Object.keys(map).length > 0;
}
