/** Lists. Those that call a function at once are in list-folds.ts; sorting has its own file. */
import type { Builtin } from "../eval/builtin.js";
import { call1 } from "../eval/call.js";
import { equals } from "../eval/equality.js";
import { NixError } from "../eval/errors.js";
import { forceFunction, forceInt, forceList } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { force, type NixList, type Slot, Thunk, type Value } from "../eval/value.js";

export const lists: readonly Builtin[] = [
  { name: "length", args: ["list"], doc: "How many elements a list has.", pure: true, call: length },
  { name: "head", args: ["list"], doc: "The first element of a list.", pure: true, call: head },
  { name: "tail", args: ["list"], doc: "A list without its first element.", pure: true, call: tail },
  { name: "elemAt", args: ["list", "n"], doc: "Element `n` of a list, counted from 0.", pure: true, call: elemAt },
  { name: "elem", args: ["x", "list"], doc: "Whether a list has an element equal to `x`.", pure: true, call: elem },
  {
    name: "map",
    args: ["f", "list"],
    doc: "The list of `f x` for each element `x`; each is computed when it is needed.",
    pure: true,
    global: true,
    call: map,
  },
  {
    name: "genList",
    args: ["f", "n"],
    doc: "The list `[ (f 0) (f 1) … (f (n - 1)) ]`; each element is computed when it is needed.",
    pure: true,
    call: genList,
  },
  {
    name: "concatLists",
    args: ["lists"],
    doc: "All lists of a list, one after the other.",
    pure: true,
    call: concatLists,
  },
];

function length(_: Machine, list: Slot): number {
  return forceList(list).length;
}

function head(_: Machine, slot: Slot): Value {
  const [first] = forceList(slot);
  if (first === undefined) throw new NixError("value", "'builtins.head' called on an empty list");
  return force(first);
}

function tail(_: Machine, slot: Slot): NixList {
  const list = forceList(slot);
  if (list.length === 0) throw new NixError("value", "'builtins.tail' called on an empty list");
  return list.slice(1);
}

function elemAt(_: Machine, slot: Slot, position: Slot): Value {
  const index = forceInt(position);
  const list = forceList(slot);
  const element = list[Number(index)];
  if (element !== undefined) return force(element);
  throw new NixError("value", `'builtins.elemAt' called with index ${index} on a list of size ${list.length}`);
}

/** What is one and the same is equal, even a function. */
function elem(_: Machine, x: Slot, list: Slot): boolean {
  return forceList(list).some((element) => {
    force(element);
    return element === x || equals(x, element);
  });
}

/** One function, applied to one element when somebody asks. */
interface Application {
  readonly machine: Machine;
  readonly fn: Slot;
  readonly argument: Slot;
}

function apply({ machine, fn, argument }: Application): Value {
  return call1(machine, force(fn), argument);
}

function map(machine: Machine, f: Slot, slot: Slot): NixList {
  const list = forceList(slot);
  if (list.length === 0) return list;
  const fn = forceFunction(f);
  return list.map((argument) => new Thunk(apply, { machine, fn, argument } satisfies Application));
}

/** More elements than an array can hold, or than anyone's memory could. */
const maxLength = 2 ** 32 - 1;

function genList(machine: Machine, f: Slot, size: Slot): NixList {
  const length = Number(forceInt(size));
  if (length < 0) throw new NixError("value", `cannot create list of size ${length}`);
  if (length > maxLength) throw new NixError("value", `cannot create list of size ${BigInt(length)}: too large`);
  const fn = forceFunction(f);
  const list: Slot[] = [];
  for (let argument = 0; argument < length; argument++) {
    list.push(new Thunk(apply, { machine, fn, argument } satisfies Application));
  }
  return list;
}

function concatLists(_: Machine, slot: Slot): NixList {
  return joinLists(forceList(slot).map(forceList));
}

/** One list of many, without copying where one alone has elements. */
export function joinLists(lists: readonly NixList[]): NixList {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 1) return filled[0] as NixList;
  const joined: Slot[] = [];
  for (const list of filled) for (const element of list) joined.push(element);
  return joined;
}
