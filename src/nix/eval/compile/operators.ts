import type { Binary, BinaryOperator, Expr, Negate } from "../../syntax/ast.js";
import { add, div, mul, sub } from "../arithmetic.js";
import { Attrs } from "../attrs.js";
import { call1 } from "../call.js";
import type { Code, Eval } from "../code.js";
import { equalValues, lessValues } from "../equality.js";
import { typeError } from "../expect.js";
import type { Value } from "../value.js";
import { compileCondition } from "./control.js";
import { reboundBinary, reboundNegate } from "./rebound.js";
import type { Scope } from "./scope.js";
import { concatenate } from "./text.js";
import { thunked, type Unit } from "./unit.js";

export function compileBinary(unit: Unit, expr: Binary, scope: Scope): Code {
  const rebound = reboundBinary(expr, scope);
  if (rebound !== undefined) return unit.compile(rebound, scope);
  return thunked(operators[expr.operator](unit, expr, scope));
}

type OperatorCompiler = (unit: Unit, expr: Binary, scope: Scope) => Eval;

const operators: { readonly [O in BinaryOperator]: OperatorCompiler } = {
  "->": logical((left, right) => (env) => !left(env) || right(env)),
  "||": logical((left, right) => (env) => left(env) || right(env)),
  "&&": logical((left, right) => (env) => left(env) && right(env)),
  "==": strict((a, b) => equalValues(a, b)),
  "!=": strict((a, b) => !equalValues(a, b)),
  "<": strict((a, b) => (typeof a === "number" && typeof b === "number" ? a < b : lessValues(a, b))),
  ">": strict((a, b) => (typeof a === "number" && typeof b === "number" ? a > b : lessValues(b, a))),
  "<=": strict((a, b) => (typeof a === "number" && typeof b === "number" ? a <= b : !lessValues(b, a))),
  ">=": strict((a, b) => (typeof a === "number" && typeof b === "number" ? a >= b : !lessValues(a, b))),
  "-": strict((a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      const difference = a - b;
      if (Number.isSafeInteger(difference)) return difference;
    }
    return sub(a, b);
  }),
  "*": strict(mul),
  "/": strict(div),
  "+": compilePlus,
  "//": compileUpdate,
  "++": compileConcat,
  "|>": pipe((expr) => ({ fn: expr.right, argument: expr.left })),
  "<|": pipe((expr) => ({ fn: expr.left, argument: expr.right })),
};

type Condition = ReturnType<typeof compileCondition>;

function logical(combine: (left: Condition, right: Condition) => Condition): OperatorCompiler {
  return (unit, expr, scope) =>
    combine(compileCondition(unit, expr.left, scope), compileCondition(unit, expr.right, scope));
}

/** Both sides evaluated, left first; errors are placed on the operator. */
function strict(apply: (left: Value, right: Value) => Value): OperatorCompiler {
  return (unit, expr, scope) => {
    const left = unit.compile(expr.left, scope).eval;
    const right = unit.compile(expr.right, scope).eval;
    return (env) => {
      const a = left(env);
      const b = right(env);
      try {
        return apply(a, b);
      } catch (error) {
        throw unit.locate(error, operatorNode(expr));
      }
    };
  };
}

function operatorNode({ operatorStart, operator }: Binary): { start: number; end: number } {
  return { start: operatorStart, end: operatorStart + operator.length };
}

/** `+` adds numbers and joins strings and paths; a chain of them is one concatenation in Nix as well. */
function compilePlus(unit: Unit, expr: Binary, scope: Scope): Eval {
  const left = unit.compile(expr.left, scope).eval;
  const right = unit.compile(expr.right, scope).eval;
  const node = operatorNode(expr);
  return (env) => {
    const a = left(env);
    const b = right(env);
    if (typeof a === "number" && typeof b === "number") {
      const sum = a + b;
      if (Number.isSafeInteger(sum)) return sum;
    } else if (typeof a === "string" && typeof b === "string") {
      return a + b;
    }
    try {
      return concatenate(unit.machine, a, b, add);
    } catch (error) {
      throw unit.locate(error, node);
    }
  };
}

function operand<T extends Value>(
  unit: Unit,
  expr: Expr,
  scope: Scope,
  is: (value: Value) => value is T,
  expected: string,
): (env: Parameters<Eval>[0]) => T {
  const evaluate = unit.compile(expr, scope).eval;
  return (env) => {
    const value = evaluate(env);
    if (is(value)) return value;
    throw unit.locate(typeError(expected, value), expr);
  };
}

function compileUpdate(unit: Unit, expr: Binary, scope: Scope): Eval {
  const isSet = (value: Value): value is Attrs => value instanceof Attrs;
  const left = operand(unit, expr.left, scope, isSet, "a set");
  const right = operand(unit, expr.right, scope, isSet, "a set");
  return (env) => {
    const a = left(env);
    return a.update(right(env));
  };
}

function compileConcat(unit: Unit, expr: Binary, scope: Scope): Eval {
  const isList = (value: Value): value is readonly never[] => Array.isArray(value);
  const left = operand(unit, expr.left, scope, isList, "a list");
  const right = operand(unit, expr.right, scope, isList, "a list");
  return (env) => {
    const a = left(env);
    const b = right(env);
    if (a.length === 0) return b;
    return b.length === 0 ? a : a.concat(b);
  };
}

/** Experimental: `x |> f` and `f <| x`. */
function pipe(sides: (expr: Binary) => { fn: Expr; argument: Expr }): OperatorCompiler {
  return (unit, expr, scope) => {
    const { fn, argument } = sides(expr);
    const callee = unit.compile(fn, scope).eval;
    const delayed = unit.deferred(argument, scope).delay;
    return (env) => {
      try {
        return call1(unit.machine, callee(env), delayed(env));
      } catch (error) {
        throw unit.locate(error, expr);
      }
    };
  };
}

/** Nix reads `-x` as `0 - x`. */
export function compileNegate(unit: Unit, expr: Negate, scope: Scope): Code {
  const rebound = reboundNegate(expr, scope);
  if (rebound !== undefined) return unit.compile(rebound, scope);
  const inner = unit.compile(expr.operand, scope).eval;
  return thunked((env) => {
    const value = inner(env);
    try {
      return sub(0, value);
    } catch (error) {
      throw unit.locate(error, expr);
    }
  });
}
