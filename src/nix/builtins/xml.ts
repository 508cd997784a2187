/** XML. */
import type { Builtin } from "../eval/builtin.js";
import { makeString } from "../eval/coerce.js";
import type { Machine } from "../eval/machine.js";
import type { NixString, Slot } from "../eval/value.js";
import { toXml } from "./xml/serialize.js";

export const xml: readonly Builtin[] = [
  { name: "toXML", args: ["value"], doc: "A value as XML text; computes all of it.", pure: true, call: serialize },
];

function serialize(machine: Machine, slot: Slot): string | NixString {
  const { text, context } = toXml(machine, slot, { strict: true, location: false });
  return makeString(text, context);
}
