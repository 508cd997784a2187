/** Attribute sets. Building them from lists is in attribute-lists.ts. */
import { type AttrSpan, Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { call2 } from "../eval/call.js";
import type { FormalInfo } from "../eval/code.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs, forceList, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { Closure, force, isFunction, type NixList, type Slot, Thunk, type Value } from "../eval/value.js";
import { requireAttr } from "./required.js";

export const attributeSets: readonly Builtin[] = [
  { name: "attrNames", args: ["set"], doc: "The names of a set, sorted.", pure: true, call: attrNames },
  {
    name: "attrValues",
    args: ["set"],
    doc: "The values of a set, in the order of the names.",
    pure: true,
    call: attrValues,
  },
  { name: "getAttr", args: ["name", "set"], doc: "The attribute of that name.", pure: true, call: getAttr },
  {
    name: "hasAttr",
    args: ["name", "set"],
    doc: "Whether a set has an attribute of that name.",
    pure: true,
    call: hasAttr,
  },
  {
    name: "removeAttrs",
    args: ["set", "names"],
    doc: "A set without some of its attributes; names that it does not have are ignored.",
    pure: true,
    global: true,
    call: removeAttrs,
  },
  {
    name: "intersectAttrs",
    args: ["names", "set"],
    doc: "The attributes of the second set whose names the first has too.",
    pure: true,
    call: intersectAttrs,
  },
  {
    name: "mapAttrs",
    args: ["f", "set"],
    doc: "A set with the same names and `f name value` as values; each is computed when it is needed.",
    pure: true,
    call: mapAttrs,
  },
  {
    name: "functionArgs",
    args: ["f"],
    doc: "The names that a function's set pattern has, each true when it has a default.",
    pure: true,
    call: functionArgs,
  },
  {
    name: "unsafeGetAttrPos",
    args: ["name", "set"],
    doc: "Where an attribute was written: `{ file, line, column }`, or null.",
    pure: true,
    call: unsafeGetAttrPos,
  },
];

function attrNames(_: Machine, set: Slot): NixList {
  // A copy: sets share their names, but each of these lists is a value of its own when it is printed.
  return forceAttrs(set).names.slice();
}

function attrValues(_: Machine, set: Slot): NixList {
  // A copy: the evaluator may replace thunks in a set's own array, but never lengthens it.
  return forceAttrs(set).values.slice();
}

function getAttr(_: Machine, name: Slot, set: Slot): Value {
  const wanted = forceStringNoContext(name);
  return force(requireAttr(forceAttrs(set), wanted));
}

function hasAttr(_: Machine, name: Slot, set: Slot): boolean {
  const wanted = forceStringNoContext(name);
  return forceAttrs(set).has(wanted);
}

function removeAttrs(_: Machine, set: Slot, names: Slot): Attrs {
  const attrs = forceAttrs(set);
  const unwanted = new Set(forceList(names).map(forceStringNoContext));
  return attrs.filter((name) => !unwanted.has(name));
}

function intersectAttrs(_: Machine, names: Slot, set: Slot): Attrs {
  const wanted = forceAttrs(names);
  const attrs = forceAttrs(set);
  // `callPackage` picks a few of very many: walk whichever is smaller.
  if (wanted.size * 8 > attrs.size) return attrs.filter((name) => wanted.has(name));
  const found = wanted.names.filter((name) => attrs.has(name));
  return Attrs.from(
    found.map((name) => [name, attrs.get(name) as Slot]),
    attrs.positions,
  );
}

interface MappedAttribute {
  readonly machine: Machine;
  readonly fn: Slot;
  readonly name: string;
  readonly value: Slot;
}

function mapAttribute({ machine, fn, name, value }: MappedAttribute): Value {
  return call2(machine, force(fn), name, value);
}

/** Where the attributes were written is forgotten, as in Nix. */
function mapAttrs(machine: Machine, fn: Slot, set: Slot): Attrs {
  const { shape, values } = forceAttrs(set);
  const mapped = values.map(
    (value, i) =>
      new Thunk(mapAttribute, { machine, fn, name: shape.names[i] as string, value } satisfies MappedAttribute),
  );
  return new Attrs(shape, mapped, undefined);
}

function functionArgs(_: Machine, slot: Slot): Attrs {
  const fn = force(slot);
  if (!isFunction(fn)) throw new NixError("type", "'functionArgs' requires a function");
  const formals = fn instanceof Closure ? fn.code.formals : undefined;
  if (formals === undefined) return Attrs.empty;
  return Attrs.from(
    formals.map(({ name, optional }) => [name, optional]),
    { find: (wanted) => positionOf(formals.find(({ name }) => name === wanted)) },
  );
}

function positionOf(formal: FormalInfo | undefined): AttrSpan | undefined {
  return formal && { ...formal.span, pathStart: formal.span.start };
}

function unsafeGetAttrPos(_: Machine, name: Slot, set: Slot): Attrs | null {
  const wanted = forceStringNoContext(name);
  return describePosition(forceAttrs(set).position(wanted));
}

/** Nothing that was typed on the command line has a position. */
function describePosition(span: AttrSpan | undefined): Attrs | null {
  if (span === undefined || !span.source.isFile) return null;
  const { line, column } = span.source.position(span.pathStart);
  return Attrs.from([
    ["column", column],
    ["file", span.source.name],
    ["line", line],
  ]);
}
