/** Between lists and attribute sets. */
import { type AttrSpan, Attrs, type Positions, Shape } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { call2 } from "../eval/call.js";
import { forceAttrs, forceFunction, forceList, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { type NixList, type Slot, Thunk, type Value } from "../eval/value.js";
import { requireAttr } from "./required.js";

export const attributeLists: readonly Builtin[] = [
  {
    name: "listToAttrs",
    args: ["pairs"],
    doc: "A set of `{ name, value }` pairs; of equal names the first counts.",
    pure: true,
    call: listToAttrs,
  },
  {
    name: "catAttrs",
    args: ["name", "sets"],
    doc: "The values of one attribute, from those sets of a list that have it.",
    pure: true,
    call: catAttrs,
  },
  {
    name: "zipAttrsWith",
    args: ["f", "sets"],
    doc: "One set of many: each name has `f name values`, with the values of all sets that have it.",
    pure: true,
    call: zipAttrsWith,
  },
];

function listToAttrs(_: Machine, slot: Slot): Attrs {
  const pairs = new Map<string, Attrs>();
  for (const element of forceList(slot)) {
    const pair = forceAttrs(element);
    const name = forceStringNoContext(requireAttr(pair, "name"));
    if (!pairs.has(name)) pairs.set(name, pair);
  }
  for (const pair of pairs.values()) requireAttr(pair, "value");
  const names = [...pairs.keys()].sort();
  const values = names.map((name) => pairs.get(name)?.get("value") as Slot);
  return new Attrs(new Shape(names), values, new PairPositions(pairs));
}

/** An attribute stands where its pair's `value` was written. */
class PairPositions implements Positions {
  constructor(private readonly pairs: ReadonlyMap<string, Attrs>) {}

  find(name: string): AttrSpan | undefined {
    return this.pairs.get(name)?.position("value");
  }
}

function catAttrs(_: Machine, name: Slot, sets: Slot): NixList {
  const wanted = forceStringNoContext(name);
  const found: Slot[] = [];
  for (const element of forceList(sets)) {
    const value = forceAttrs(element).get(wanted);
    if (value !== undefined) found.push(value);
  }
  return found;
}

interface ZippedAttribute {
  readonly machine: Machine;
  readonly fn: Value;
  readonly name: string;
  readonly values: NixList;
}

function zipAttribute({ machine, fn, name, values }: ZippedAttribute): Value {
  return call2(machine, fn, name, values);
}

function zipAttrsWith(machine: Machine, f: Slot, slot: Slot): Attrs {
  const fn = forceFunction(f);
  const groups = new Map<string, Slot[]>();
  for (const { shape, values } of forceList(slot).map(forceAttrs)) collect(groups, shape, values);
  const entries: [string, Slot][] = [];
  for (const [name, values] of groups) {
    entries.push([name, new Thunk(zipAttribute, { machine, fn, name, values } satisfies ZippedAttribute)]);
  }
  return Attrs.from(entries);
}

function collect(groups: Map<string, Slot[]>, shape: Shape, values: readonly Slot[]): void {
  values.forEach((value, i) => {
    const name = shape.names[i] as string;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  });
}
