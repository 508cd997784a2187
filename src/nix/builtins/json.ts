/** JSON, both ways. */
import type { Builtin } from "../eval/builtin.js";
import { makeString } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { NixString, Slot, Value } from "../eval/value.js";
import { parseJson } from "./json/parse.js";
import { toJson } from "./json/serialize.js";

export const json: readonly Builtin[] = [
  { name: "toJSON", args: ["value"], doc: "A value as JSON text; computes all of it.", pure: true, call: serialize },
  { name: "fromJSON", args: ["text"], doc: "The value that a JSON text stands for.", pure: true, call: parse },
];

function serialize(machine: Machine, slot: Slot): string | NixString {
  const { text, context } = toJson(machine, slot, { copyToStore: true });
  return makeString(text, context);
}

function parse(_: Machine, slot: Slot): Value {
  const text = forceStringNoContext(slot);
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof NixError) error.addFrame("while decoding a JSON string", undefined);
    throw error;
  }
}
