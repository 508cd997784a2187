/** What store objects refer to. */
import type { Machine } from "../../eval/machine.js";
import { isDerivationPath } from "./context.js";
import { readDerivation } from "./derivation-hash.js";
import { storeOf } from "./store.js";

/** A store object and everything it refers to, directly or not. */
export function referencesOf(machine: Machine, path: string): ReadonlySet<string> {
  const found = new Set([path]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const object of found) for (const reference of directReferences(machine, object)) found.add(reference);
  return found;
}

function directReferences(machine: Machine, path: string): Iterable<string> {
  const text = storeOf(machine).texts.get(path);
  if (text !== undefined) return text.references;
  if (!isDerivationPath(path)) return [];
  const { inputSources, inputDerivations } = readDerivation(machine, path);
  return [...inputSources, ...inputDerivations.keys()];
}

/** `undefined` when the path is not a derivation. */
export function outputNamesOf(machine: Machine, path: string): Iterable<string> | undefined {
  return isDerivationPath(path) ? readDerivation(machine, path).outputs.keys() : undefined;
}
