import type { Assert, Expr, If, Not, With } from "../../syntax/ast.js";
import type { Code, Eval } from "../code.js";
import { typeError } from "../expect.js";
import type { Env } from "../value.js";
import type { Scope } from "./scope.js";
import { thunked, type Unit } from "./unit.js";

/** An expression that must be a Boolean, blamed on itself when it is not. */
export function compileCondition(unit: Unit, expr: Expr, scope: Scope): (env: Env) => boolean {
  const evaluate = unit.compile(expr, scope).eval;
  return (env) => {
    const value = evaluate(env);
    if (typeof value === "boolean") return value;
    throw unit.locate(typeError("a Boolean", value), expr);
  };
}

export function compileIf(unit: Unit, expr: If, scope: Scope): Code {
  const condition = compileCondition(unit, expr.condition, scope);
  const yes = unit.compile(expr.then, scope).eval;
  const no = unit.compile(expr.else, scope).eval;
  return thunked((env) => (condition(env) ? yes(env) : no(env)));
}

export function compileAssert(unit: Unit, expr: Assert, scope: Scope): Code {
  const condition = compileCondition(unit, expr.condition, scope);
  const body = unit.compile(expr.body, scope).eval;
  const { start, end } = expr.condition;
  return thunked((env) => {
    if (condition(env)) return body(env);
    const text = unit.source.text.slice(start, end);
    throw unit.error("assertion", `assertion '${text}' failed`, expr);
  });
}

export function compileNot(unit: Unit, expr: Not, scope: Scope): Code {
  const operand = compileCondition(unit, expr.operand, scope);
  return thunked((env) => !operand(env));
}

export function compileWith(unit: Unit, expr: With, scope: Scope): Code {
  const set = unit.deferred(expr.scope, scope);
  const inner = scope.with();
  let body: Eval | undefined;
  return thunked((env) => {
    body ??= unit.compile(expr.body, inner).eval;
    return body([env, set.delay(env)]);
  });
}
