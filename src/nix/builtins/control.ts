/** Order of evaluation, failing, and noticing failure. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { coerceToString, textOf } from "../eval/coerce.js";
import { deepForce } from "../eval/deep.js";
import { NixError } from "../eval/errors.js";
import type { Machine } from "../eval/machine.js";
import { force, type Slot, type Value } from "../eval/value.js";

export const control: readonly Builtin[] = [
  {
    name: "seq",
    args: ["first", "second"],
    doc: "The second value, after computing the first.",
    pure: true,
    call: seq,
  },
  {
    name: "deepSeq",
    args: ["first", "second"],
    doc: "The second value, after computing the first and everything inside it.",
    pure: true,
    call: deepSeq,
  },
  {
    name: "throw",
    args: ["message"],
    doc: "Fails with a message; `tryEval` can catch it.",
    pure: true,
    global: true,
    call: raise,
  },
  {
    name: "abort",
    args: ["message"],
    doc: "Fails with a message that nothing can catch.",
    pure: true,
    global: true,
    call: abort,
  },
  {
    name: "tryEval",
    args: ["value"],
    doc: "Whether computing a value succeeds, and the value; catches what `throw` and `assert` raise.",
    pure: true,
    call: tryEval,
  },
];

function seq(_: Machine, first: Slot, second: Slot): Value {
  force(first);
  return force(second);
}

function deepSeq(_: Machine, first: Slot, second: Slot): Value {
  deepForce(first);
  return force(second);
}

function raise(machine: Machine, message: Slot): never {
  throw new NixError("throw", textOf(coerceToString(machine, message, { copyToStore: true })));
}

function abort(machine: Machine, message: Slot): never {
  const text = textOf(coerceToString(machine, message, { copyToStore: true }));
  throw new NixError("abort", `evaluation aborted with the following error message: '${text}'`);
}

function tryEval(machine: Machine, value: Slot): Attrs {
  return machine.guard(
    () => {
      force(value);
      return outcome(true, value);
    },
    (error) => {
      if (error instanceof NixError && error.catchable) return outcome(false, false);
      throw error;
    },
  );
}

function outcome(success: boolean, value: Slot): Attrs {
  return Attrs.from([
    ["success", success],
    ["value", value],
  ]);
}
