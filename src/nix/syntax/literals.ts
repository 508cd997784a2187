/** Which expressions are literal values, and which of those are the same. */
import type { AttrSet, Expr, ListExpr } from "./ast.js";

const constants = new Set(["true", "false", "null"]);

/** Whether both are literals (numbers, plain strings, `true`, `false`, `null`, lists and sets of them) and equal. */
export function sameLiteral(a: Expr, b: Expr): boolean {
  switch (a.kind) {
    case "int":
    case "float":
      return a.kind === b.kind && a.value === b.value;
    case "negate":
      return b.kind === "negate" && sameLiteral(a.operand, b.operand);
    case "string":
      return b.kind === "string" && plainString(a) !== undefined && plainString(a) === plainString(b);
    case "variable":
      return b.kind === "variable" && a.name === b.name && constants.has(a.name);
    case "list":
      return b.kind === "list" && sameItems(a, b);
    case "attrs":
      return b.kind === "attrs" && sameAttributes(a, b);
    default:
      return false;
  }
}

/** The text of a string without interpolation. */
export function plainString(expr: Expr): string | undefined {
  if (expr.kind !== "string" || expr.parts.length > 1) return undefined;
  const part = expr.parts[0] ?? "";
  return typeof part === "string" ? part : undefined;
}

function sameItems(a: ListExpr, b: ListExpr): boolean {
  return a.items.length === b.items.length && a.items.every((item, i) => sameLiteral(item, b.items[i] as Expr));
}

function sameAttributes(a: AttrSet, b: AttrSet): boolean {
  if (a.bindings.dynamic.length + b.bindings.dynamic.length > 0) return false;
  if (a.bindings.list.length !== b.bindings.list.length) return false;
  const values = new Map(b.bindings.list.map(({ name, from, value }) => [name, from === "plain" ? value : undefined]));
  return a.bindings.list.every(({ name, from, value }) => {
    const other = values.get(name);
    return from === "plain" && other !== undefined && sameLiteral(value, other);
  });
}
