/** Telling the user something on the way. */
import type { Builtin } from "../eval/builtin.js";
import { toText } from "../eval/bytes.js";
import { coerceToString, textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceString } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { errorStyle, type PrintStyle, printValue } from "../eval/print.js";
import { force, isString, type Slot, type Value } from "../eval/value.js";

export const debugging: readonly Builtin[] = [
  {
    name: "trace",
    args: ["message", "value"],
    doc: "The value, after showing the message (of any type) to the user.",
    pure: true,
    call: trace,
  },
  {
    name: "traceVerbose",
    args: ["message", "value"],
    doc: "Like `trace`, but silent unless `--trace-verbose` is given.",
    pure: true,
    call: (machine, message, value) =>
      machine.settings.traceVerbose ? trace(machine, message as Slot, value as Slot) : force(value as Slot),
  },
  {
    name: "warn",
    args: ["message", "value"],
    doc: "The value, after showing a string to the user as a warning.",
    pure: true,
    call: warn,
  },
  {
    name: "addErrorContext",
    args: ["context", "value"],
    doc: "The value; when computing it fails, the trace shows the context.",
    pure: true,
    call: addErrorContext,
  },
  {
    name: "break",
    args: ["value"],
    doc: "The value; a place for a debugger to stop at.",
    pure: true,
    global: true,
    call: (_, value) => force(value as Slot),
  },
];

const unlimited = Number.POSITIVE_INFINITY;

/** As in errors, but whole. */
const traceStyle: PrintStyle = {
  ...errorStyle,
  maxItems: unlimited,
  maxAttrs: unlimited,
  maxString: unlimited,
  maxDepth: unlimited,
};

function trace(machine: Machine, message: Slot, value: Slot): Value {
  const shown = force(message);
  machine.listener.trace(toText(isString(shown) ? textOf(shown) : printValue(shown, traceStyle)));
  return force(value);
}

function warn(machine: Machine, message: Slot, value: Slot): Value {
  machine.listener.warn({ code: "warning", message: toText(textOf(forceString(message))) });
  return force(value);
}

function addErrorContext(machine: Machine, context: Slot, value: Slot): Value {
  try {
    return force(value);
  } catch (error) {
    if (error instanceof NixError) error.addFrame(textOf(coerceToString(machine, context, {})), undefined);
    throw error;
  }
}
