/** `-A a.b.0."c.d"`: attribute paths as Nix's command line has them, with list indices. */
import { Attrs } from "../nix/eval/attrs.js";
import { nearest } from "../nix/eval/compile/suggest.js";
import { NixError } from "../nix/eval/errors.js";
import { typeName } from "../nix/eval/expect.js";
import type { Machine } from "../nix/eval/machine.js";
import { force, type Slot, type Value } from "../nix/eval/value.js";
import { autoCall, type CallArguments } from "./auto-call.js";

/** The parts of a path; dots inside `"…"` separate nothing. Throws a `NixError`. */
export function parseAttributePath(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character === ".") {
      parts.push(part);
      part = "";
    } else if (character === '"') {
      const end = text.indexOf('"', i + 1);
      if (end < 0) throw new NixError("value", `missing closing quote in selection path '${text}'`);
      part += text.slice(i + 1, end);
      i = end;
    } else {
      part += character;
    }
  }
  // As in Nix, a dot at the end is let pass.
  return part === "" ? parts : [...parts, part];
}

/** The value at the end of a path; functions on the way are called with `args`, the one at its end is not. */
export function selectPath(machine: Machine, root: Value, path: string, args: CallArguments): Value {
  let value = root;
  for (const part of parseAttributePath(path)) {
    const container = autoCall(machine, value, args);
    value = force(isIndex(part) ? selectIndex(container, part, path) : selectName(container, part, path));
  }
  return value;
}

/** Nix reads numbers of 32 bits; a longer one is a name. */
function isIndex(part: string): boolean {
  return /^[0-9]+$/.test(part) && Number(part) < 2 ** 32;
}

function selectName(container: Value, name: string, path: string): Slot {
  if (!(container instanceof Attrs)) throw notA("set", container, path);
  if (name === "") throw new NixError("value", `empty attribute name in selection path '${path}'`);
  const slot = container.get(name);
  if (slot !== undefined) return slot;
  const error = new NixError("missing-attribute", `attribute '${name}' in selection path '${path}' not found`);
  error.suggestions = nearest(name, container.names);
  throw error;
}

function selectIndex(container: Value, index: string, path: string): Slot {
  if (!Array.isArray(container)) throw notA("list", container, path);
  const slot: Slot | undefined = container[Number(index)];
  if (slot !== undefined) return slot;
  throw new NixError("missing-attribute", `list index ${index} in selection path '${path}' is out of range`);
}

function notA(type: "set" | "list", value: Value, path: string): NixError {
  const message = `the expression selected by the selection path '${path}' should be a ${type} but is ${typeName(value)}`;
  return new NixError("type", message);
}
