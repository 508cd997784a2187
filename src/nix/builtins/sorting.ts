/** Sorting and closures over a relation. */
import type { Builtin } from "../eval/builtin.js";
import { call1, call2 } from "../eval/call.js";
import { textOf } from "../eval/coerce.js";
import { lessValues } from "../eval/equality.js";
import { forceAttrs, forceBool, forceFunction, forceList } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { force, isString, type NixList, PrimOp, type Slot, type Value } from "../eval/value.js";
import { requireAttr } from "./required.js";

export const sorting: readonly Builtin[] = [
  {
    name: "sort",
    args: ["before", "list"],
    doc: "Sorts by a function that tells whether one element comes before another; equal ones keep their order.",
    pure: true,
    call: sort,
  },
  {
    name: "genericClosure",
    args: ["attrs"],
    doc: "Everything reachable from `startSet` by `operator`, each `key` once, breadth first.",
    pure: true,
    call: genericClosure,
  },
];

function sort(machine: Machine, before: Slot, slot: Slot): NixList {
  const list = forceList(slot);
  if (list.length === 0) return list;
  const fn = forceFunction(before);
  const values = list.map(force);
  if (fn instanceof PrimOp && fn.builtin.name === "lessThan") return sortValues(values);
  return mergeSort(list, (a, b) => forceBool(call2(machine, fn, a, b)));
}

/** `sort lessThan` is common enough to skip the calls; among plain numbers or strings even stability is moot. */
function sortValues(values: Value[]): NixList {
  if (values.every((value) => typeof value === "string")) return values.sort();
  if (values.every((value) => typeof value === "number")) return [...Float64Array.from(values as number[]).sort()];
  return mergeSort(values, (a, b) => lessValues(a as Value, b as Value));
}

type Before = (a: Slot, b: Slot) => boolean;

/**
 * Stable, bottom up, starting from runs that are in order already: a sorted list costs one comparison an
 * element. Not `Array.prototype.sort`, whose comparator would have to ask twice to tell "equal" from "after".
 */
function mergeSort(list: NixList, before: Before): NixList {
  let source: Slot[] = [...list];
  let target: Slot[] = [...list];
  let bounds = runBounds(list, before);
  while (bounds.length > 2) {
    const merged = [0];
    for (let run = 0; run + 1 < bounds.length; run += 2) {
      const middle = bounds[run + 1] as number;
      const end = bounds[run + 2] ?? middle;
      merge(source, target, bounds[run] as number, middle, end, before);
      merged.push(end);
    }
    [source, target] = [target, source];
    bounds = merged;
  }
  return source;
}

/** Where runs of elements in order begin; the last bound is the list's end. */
function runBounds(list: NixList, before: Before): readonly number[] {
  const bounds = [0];
  for (let i = 1; i < list.length; i++) if (before(list[i] as Slot, list[i - 1] as Slot)) bounds.push(i);
  bounds.push(list.length);
  return bounds;
}

/** The runs [start, middle) and [middle, end) of `source` become one of `target`. */
function merge(source: NixList, target: Slot[], start: number, middle: number, end: number, before: Before): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeRight = left >= middle || (right < end && before(source[right] as Slot, source[left] as Slot));
    target[at] = source[takeRight ? right++ : left++] as Slot;
  }
}

function genericClosure(machine: Machine, slot: Slot): NixList {
  const attrs = forceAttrs(slot);
  const start = forceList(requireAttr(attrs, "startSet"));
  if (start.length === 0) return start;
  const operator = forceFunction(requireAttr(attrs, "operator"));
  const seen = new KeySet();
  const result: Slot[] = [];
  const pending = [...start];
  for (let next = 0; next < pending.length; next++) {
    const element = pending[next] as Slot;
    if (!seen.add(force(requireAttr(forceAttrs(element), "key")))) continue;
    result.push(element);
    for (const found of forceList(call1(machine, operator, element))) {
      force(found);
      pending.push(found);
    }
  }
  return result;
}

/** Keys are the same when neither comes before the other. All-string and all-int sets are hashed. */
class KeySet {
  private readonly hashed = new Set<string | number>();
  private hashedType: string | undefined;
  /** Once a key of another type has come: all keys, in order. */
  private ordered: Value[] | undefined;

  /** Whether the key was new. Throws when it cannot be compared with the others. */
  add(value: Value): boolean {
    const key = isString(value) ? textOf(value) : value;
    if (this.ordered === undefined && (typeof key === "string" || typeof key === "number")) {
      this.hashedType ??= typeof key;
      if (this.hashedType === typeof key) return this.hashed.size !== this.hashed.add(key).size;
    }
    this.ordered ??= [...this.hashed].sort((a, b) => (lessValues(a, b) ? -1 : 1));
    return insert(this.ordered, key);
  }
}

/** The new key is compared with the others, not the others with it: errors name it first. */
function insert(ordered: Value[], key: Value): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lessValues(key, ordered[middle] as Value)) high = middle;
    else low = middle + 1;
  }
  if (low > 0 && !lessValues(ordered[low - 1] as Value, key)) return false;
  ordered.splice(low, 0, key);
  return true;
}
