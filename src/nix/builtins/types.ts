/** What a value is. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { force, isFunction, isInt, isList, isString, NixFloat, NixPath, type Slot, type Value } from "../eval/value.js";

export const types: readonly Builtin[] = [
  { name: "null", args: [], doc: "The value that stands for nothing.", pure: true, global: true, call: () => null },
  { name: "true", args: [], doc: "The truth value of what holds.", pure: true, global: true, call: () => true },
  {
    name: "false",
    args: [],
    doc: "The truth value of what does not hold.",
    pure: true,
    global: true,
    call: () => false,
  },
  {
    name: "typeOf",
    args: ["value"],
    doc: "The type of a value, as a word: `int`, `bool`, `string`, `path`, `null`, `set`, `list`, `lambda` or `float`.",
    pure: true,
    call: (_, value) => typeOf(force(value as Slot)),
  },
  { ...check("isNull", "null", (value) => value === null), global: true },
  check("isBool", "a truth value", (value) => typeof value === "boolean"),
  check("isInt", "an integer", isInt),
  check("isFloat", "a float", (value) => value instanceof NixFloat),
  check("isString", "a string", isString),
  check("isPath", "a path", (value) => value instanceof NixPath),
  check("isList", "a list", isList),
  check("isAttrs", "an attribute set", (value) => value instanceof Attrs),
  check("isFunction", "a function", isFunction),
];

function check(name: string, description: string, is: (value: Value) => boolean): Builtin {
  return {
    name,
    args: ["value"],
    doc: `Whether a value is ${description}.`,
    pure: true,
    call: (_, value) => is(force(value as Slot)),
  };
}

function typeOf(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return "bool";
  if (isInt(value)) return "int";
  if (isString(value)) return "string";
  if (value instanceof NixFloat) return "float";
  if (value instanceof NixPath) return "path";
  if (value instanceof Attrs) return "set";
  return isList(value) ? "list" : "lambda";
}
