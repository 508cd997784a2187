/**
 * Plain values → YAML in kubectl's layout: block style, two spaces, sequences not indented below their
 * key. Reading the text as YAML 1.1 or 1.2 gives the value back, always; `text.ts` and `number.ts` say how.
 */
import type { PlainObject, PlainValue } from "../plain.js";
import { yamlNumber } from "./number.js";
import { doubleQuoted, isLiteral, isPlain, literalBlock } from "./text.js";

/** YAML allows 1024 characters for a key that is not announced by `? `. */
const longestSimpleKey = 1000;

/**
 * One document, ending in a line break. Attributes keep their order; those that are `undefined` are left
 * out, and `undefined` in a list is `null`. Throws a `TypeError` for a function or symbol.
 */
export function toYaml(value: PlainValue): string {
  if (isFilledList(value)) return sequence(value, "");
  if (isFilledObject(value)) return mapping(value, "");
  // A block's indentation hint counts from the parent, and parsers disagree on what the root's parent is.
  const text = typeof value === "string" && /^[ \t\n]/.test(value) ? doubleQuoted(value) : scalar(value, "  ");
  return `${text}\n`;
}

/** Several documents, `---` between them; the empty text for none. */
export function toYamlDocuments(values: readonly PlainValue[]): string {
  return values.map(toYaml).join("---\n");
}

/** Every line of the result but the first starts with `indent`; the first is where the caller put it. */
function mapping(object: PlainObject, indent: string): string {
  let text = "";
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value === undefined) continue;
    if (text !== "") text += indent;
    text += entry(key, value, indent);
  }
  return text;
}

function entry(key: string, value: PlainValue, indent: string): string {
  const name = isPlain(key) ? key : doubleQuoted(key);
  const start = name.length > longestSimpleKey ? `? ${name}\n${indent}:` : `${name}:`;
  if (isFilledList(value)) return `${start}\n${indent}${sequence(value, indent)}`;
  const deeper = `${indent}  `;
  if (isFilledObject(value)) return `${start}\n${deeper}${mapping(value, deeper)}`;
  return `${start} ${scalar(value, deeper)}\n`;
}

function sequence(list: readonly PlainValue[], indent: string): string {
  const deeper = `${indent}  `;
  let text = "";
  for (const item of list) {
    if (text !== "") text += indent;
    if (isFilledList(item)) text += `- ${sequence(item, deeper)}`;
    else if (isFilledObject(item)) text += `- ${mapping(item, deeper)}`;
    else text += `- ${scalar(item, deeper)}\n`;
  }
  return text;
}

function scalar(value: PlainValue, indent: string): string {
  switch (typeof value) {
    case "string":
      if (isPlain(value)) return value;
      return isLiteral(value) ? literalBlock(value, indent) : doubleQuoted(value);
    case "number":
    case "bigint":
      return yamlNumber(value);
    case "boolean":
      return String(value);
    case "undefined":
      return "null";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "[]" : "{}";
    default:
      throw new TypeError(`YAML has no ${typeof value}`);
  }
}

function isFilledList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value) && value.length > 0;
}

function isFilledObject(value: PlainValue): value is PlainObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const object = value as PlainObject;
  return Object.keys(object).some((key) => object[key] !== undefined);
}
