/** TOML. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { NixError } from "../eval/errors.js";
import { forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { Slot, Value } from "../eval/value.js";
import { type TomlTime, toNix } from "./toml/document.js";
import { parseToml } from "./toml/parse.js";
import { TomlError } from "./toml/toml-error.js";

export const toml: readonly Builtin[] = [
  {
    name: "fromTOML",
    args: ["text"],
    doc: "The value that a TOML text stands for.",
    pure: true,
    global: true,
    call: parse,
  },
];

function parse({ settings }: Machine, slot: Slot): Value {
  const text = forceStringNoContext(slot);
  const hasTimes = settings.experimental.has("parse-toml-timestamps");
  try {
    return toNix(parseToml(text), hasTimes ? timestamp : refuseTime);
  } catch (error) {
    if (error instanceof TomlError) throw new NixError("value", `while parsing TOML: ${error.message}`);
    throw error;
  }
}

function timestamp({ text }: TomlTime): Attrs {
  return Attrs.from([
    ["_type", "timestamp"],
    ["value", text],
  ]);
}

function refuseTime(): never {
  throw new NixError("value", "while parsing TOML: Dates and times are not supported");
}
