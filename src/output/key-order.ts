/**
 * The order of keys in manifests: what says which object this is comes first, the rest follows by name. So
 * the text is the same whichever way a resource came about, and a change of the config is a small diff.
 */
import type { PlainObject, PlainValue } from "./plain.js";

const first: readonly string[] = ["apiVersion", "kind", "metadata", "name", "namespace"];

export function ordered(value: PlainValue): PlainValue {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const members = value as PlainObject;
  const entries = Object.keys(members)
    .sort(compareKeys)
    .map((key) => [key, ordered(members[key])] as const);
  // Unlike an assignment, this makes a property even of a key such as `__proto__`.
  return Object.fromEntries(entries);
}

function compareKeys(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(key: string): number {
  const index = first.indexOf(key);
  return index < 0 ? first.length : index;
}
