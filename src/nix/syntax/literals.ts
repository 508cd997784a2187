/** Which expressions are literal values, and which of those are the same. */
import type { Bindings, Expr } from "./ast.js";

const constants = new Set(["true", "false", "null"]);

/**
 * Whether both are literals (numbers, plain strings, `true`, `false`, `null`, lists and sets of them) and
 * equal. A loop rather than recursion, because text can nest deeper than the stack.
 */
export function sameLiteral(a: Expr, b: Expr): boolean {
  const work: [Expr, Expr][] = [[a, b]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const parts = comparableParts(...pair);
    if (parts === undefined) return false;
    for (const part of parts) work.push(part);
  }
  return true;
}

/** What remains to be the same for two literals to be; `undefined` when they differ or are none. */
function comparableParts(a: Expr, b: Expr): readonly [Expr, Expr][] | undefined {
  if (a.kind === "list" && b.kind === "list") return pairs(a.items, b.items);
  if (a.kind === "negate" && b.kind === "negate") return [[a.operand, b.operand]];
  if (a.kind === "attrs" && b.kind === "attrs") return attributePairs(a.bindings, b.bindings);
  const value = scalar(a);
  return value !== undefined && a.kind === b.kind && value === scalar(b) ? [] : undefined;
}

function scalar(expr: Expr): string | number | bigint | undefined {
  if (expr.kind === "int" || expr.kind === "float") return expr.value;
  if (expr.kind === "variable" && constants.has(expr.name)) return expr.name;
  return plainString(expr);
}

/** The text of a string without interpolation. */
export function plainString(expr: Expr): string | undefined {
  if (expr.kind !== "string" || expr.parts.length > 1) return undefined;
  const part = expr.parts[0] ?? "";
  return typeof part === "string" ? part : undefined;
}

function pairs(a: readonly Expr[], b: readonly Expr[]): readonly [Expr, Expr][] | undefined {
  return a.length === b.length ? a.map((item, i) => [item, b[i] as Expr]) : undefined;
}

function attributePairs(a: Bindings, b: Bindings): readonly [Expr, Expr][] | undefined {
  if (a.dynamic.length + b.dynamic.length > 0) return undefined;
  const sorted = ({ list }: Bindings) => list.toSorted((x, y) => (x.name < y.name ? -1 : 1));
  const [first, second] = [sorted(a), sorted(b)];
  if (first.some(({ from, name }, i) => from !== "plain" || name !== second[i]?.name)) return undefined;
  if (second.some(({ from }) => from !== "plain")) return undefined;
  return pairs(
    first.map(({ value }) => value),
    second.map(({ value }) => value),
  );
}
