/** Lists and the functions that are called on their elements at once. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { call1, call2 } from "../eval/call.js";
import { forceBool, forceFunction, forceList, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { force, type NixList, type Slot, type Value } from "../eval/value.js";

export const listFolds: readonly Builtin[] = [
  {
    name: "filter",
    args: ["predicate", "list"],
    doc: "The elements for which the predicate is true.",
    pure: true,
    call: filter,
  },
  {
    name: "partition",
    args: ["predicate", "list"],
    doc: "The elements that pass, as `right`, and those that do not, as `wrong`.",
    pure: true,
    call: partition,
  },
  {
    name: "groupBy",
    args: ["f", "list"],
    doc: "A set of lists: each element is under the name that `f` gives it.",
    pure: true,
    call: groupBy,
  },
  {
    name: "concatMap",
    args: ["f", "list"],
    doc: "The lists that `f` gives for the elements, joined.",
    pure: true,
    call: concatMap,
  },
  {
    name: "foldl'",
    args: ["op", "initial", "list"],
    doc: "Folds a list from the left, computing each intermediate result before the next.",
    pure: true,
    call: foldLeft,
  },
  { name: "any", args: ["predicate", "list"], doc: "Whether any element passes.", pure: true, call: search(true) },
  { name: "all", args: ["predicate", "list"], doc: "Whether every element passes.", pure: true, call: search(false) },
];

function filter(machine: Machine, predicate: Slot, slot: Slot): NixList {
  const list = forceList(slot);
  if (list.length === 0) return list;
  const fn = forceFunction(predicate);
  const kept = list.filter((element) => forceBool(call1(machine, fn, element)));
  return kept.length === list.length ? list : kept;
}

function partition(machine: Machine, predicate: Slot, slot: Slot): Attrs {
  const fn = forceFunction(predicate);
  const right: Slot[] = [];
  const wrong: Slot[] = [];
  for (const element of forceList(slot)) {
    force(element);
    (forceBool(call1(machine, fn, element)) ? right : wrong).push(element);
  }
  return Attrs.from([
    ["right", right],
    ["wrong", wrong],
  ]);
}

function groupBy(machine: Machine, f: Slot, slot: Slot): Attrs {
  const fn = forceFunction(f);
  const groups = new Map<string, Slot[]>();
  for (const element of forceList(slot)) {
    const name = forceStringNoContext(call1(machine, fn, element));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [element]);
    else group.push(element);
  }
  return Attrs.from(groups);
}

function concatMap(machine: Machine, f: Slot, slot: Slot): NixList {
  const fn = forceFunction(f);
  const joined: Slot[] = [];
  for (const element of forceList(slot)) {
    for (const item of forceList(call1(machine, fn, element))) joined.push(item);
  }
  return joined;
}

/** Only results are computed eagerly: the initial value waits until `op` asks for it. */
function foldLeft(machine: Machine, op: Slot, initial: Slot, slot: Slot): Value {
  const fn = forceFunction(op);
  const list = forceList(slot);
  let result = initial;
  for (const element of list) result = call2(machine, fn, result, element);
  return force(result);
}

/** `any` looks for an element that passes, `all` for one that does not. */
function search(wanted: boolean) {
  return (machine: Machine, predicate: Slot, slot: Slot): boolean => {
    const fn = forceFunction(predicate);
    return forceList(slot).some((element) => forceBool(call1(machine, fn, element)) === wanted) === wanted;
  };
}
