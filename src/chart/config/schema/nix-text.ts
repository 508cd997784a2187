/** Plain data as a user would write it in Nix, on one line. */
import { isPlainObject } from "./schema.js";

export function nixText(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return enclosed("[", value.map(itemText), "]");
  if (!isPlainObject(value)) return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${nameText(name)} = ${nixText(field)};`);
  return enclosed("{", fields, "}");
}

/** What a minus stands in front of is no item of a list without parentheses. */
function itemText(item: unknown): string {
  const text = nixText(item);
  return text.startsWith("-") ? `(${text})` : text;
}

function enclosed(open: string, parts: readonly string[], close: string): string {
  return [open, ...parts, close].join(" ");
}

function nameText(name: string): string {
  return /^[A-Za-z_][-\w']*$/.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("${", "\\${");
}
