/**
 * Plain values → JSON. `JSON.stringify` does all but one thing: the integers of Nix that a JavaScript
 * number cannot hold arrive as `bigint`, and keep their digits here.
 */
import type { PlainObject, PlainValue } from "./plain.js";

/** Indented by two spaces, without a line break at the end. Throws a `TypeError` for what JSON cannot hold. */
export function toJson(value: PlainValue, indent = ""): string {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  if (typeof value === "function" || typeof value === "symbol") throw new TypeError(`JSON has no ${typeof value}`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: PlainValue) => toJson(item, deeper));
    return enclosed("[", items, "]", indent);
  }
  return enclosed("{", members(value as PlainObject, deeper), "}", indent);
}

function members(object: PlainObject, indent: string): string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}: ${toJson(object[key], indent)}`);
}

function enclosed(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  const deeper = `${indent}  `;
  return `${open}\n${deeper}${items.join(`,\n${deeper}`)}\n${indent}${close}`;
}
