/**
 * Nix reads `a - b` as `__sub a b`, `a < b` as `__lessThan a b`, and `<name>` as `__findFile __nixPath "name"`.
 * Where the text binds such a name itself, these mean a call of what it binds; everywhere else they are
 * compiled directly.
 */
import type {
  Binary,
  BinaryOperator,
  Call,
  Expr,
  Negate,
  NodeBase,
  SearchPathExpr,
  Variable,
} from "../../syntax/ast.js";
import type { Scope } from "./scope.js";

interface Reading {
  readonly name: string;
  readonly swapped?: true;
  readonly negated?: true;
}

const readings: { readonly [O in BinaryOperator]?: Reading } = {
  "-": { name: "__sub" },
  "*": { name: "__mul" },
  "/": { name: "__div" },
  "<": { name: "__lessThan" },
  ">": { name: "__lessThan", swapped: true },
  "<=": { name: "__lessThan", swapped: true, negated: true },
  ">=": { name: "__lessThan", negated: true },
};

export function reboundBinary(expr: Binary, scope: Scope): Expr | undefined {
  const reading = readings[expr.operator];
  if (reading === undefined || !isBound(reading.name, scope)) return undefined;
  const { left, right, start, end } = expr;
  const call = callOf(expr, reading.name, reading.swapped ? [right, left] : [left, right]);
  return reading.negated ? { kind: "not", operand: call, start, end } : call;
}

export function reboundNegate(expr: Negate, scope: Scope): Expr | undefined {
  if (!isBound("__sub", scope)) return undefined;
  const { start } = expr;
  return callOf(expr, "__sub", [{ kind: "int", value: 0, start, end: start }, expr.operand]);
}

export function reboundSearchPath(expr: SearchPathExpr, scope: Scope): Expr | undefined {
  if (!isBound("__findFile", scope) && !isBound("__nixPath", scope)) return undefined;
  const { start, end } = expr;
  return callOf(expr, "__findFile", [variable("__nixPath", expr), { kind: "string", parts: [expr.path], start, end }]);
}

function isBound(name: string, scope: Scope): boolean {
  return scope.resolve(name).kind === "local";
}

function callOf(place: NodeBase, name: string, args: readonly Expr[]): Call {
  return { kind: "call", fn: variable(name, place), args, start: place.start, end: place.end };
}

function variable(name: string, { start, end }: NodeBase): Variable {
  return { kind: "variable", name, start, end };
}
