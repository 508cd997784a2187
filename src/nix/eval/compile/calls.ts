import type { Call, Expr } from "../../syntax/ast.js";
import { call1, call2, callMany } from "../call.js";
import type { Code, Eval } from "../code.js";
import { NixError } from "../errors.js";
import { type Env, PrimOp, type Slot, type Value } from "../value.js";
import { compileOrDefault } from "./dialect.js";
import type { Scope } from "./scope.js";
import { thunked, type Unit } from "./unit.js";
import { findInWiths } from "./variables.js";

export function compileCall(unit: Unit, expr: Call, scope: Scope): Code {
  const { orDefault } = expr;
  if (orDefault === undefined) return thunked(compileNixCall(unit, expr, scope));
  // `f x or d`: Nix means a variable called `or`. Only where there is none does the dialect apply.
  const found = scope.resolve("or");
  if (found.kind !== "with") return thunked(compileNixCall(unit, expr, scope));
  const obvious = compileOrDefault(unit, expr, orDefault, scope);
  if (found.depths.length === 0) return thunked(obvious);
  const nix = compileNixCall(unit, expr, scope);
  return thunked((env) => (findInWiths(env, found.depths, "or") === undefined ? obvious(env) : nix(env)));
}

/** The call's own place goes to errors that have none yet, and into the trace. */
function compileNixCall(unit: Unit, expr: Call, scope: Scope): Eval {
  const fn = unit.compile(expr.fn, scope);
  const args = expr.args.map((arg) => unit.deferred(arg, scope).delay);
  const [first, second] = args;
  const call =
    args.length === 1
      ? compileCall1(unit, fn.eval, first as Delay)
      : args.length === 2
        ? compileCall2(unit, fn, first as Delay, second as Delay)
        : (env: Env): Value =>
            callMany(
              unit.machine,
              fn.eval(env),
              args.map((arg) => arg(env)),
            );
  return (env) => {
    try {
      return call(env);
    } catch (error) {
      throw explain(unit, error, expr);
    }
  };
}

type Delay = (env: Env) => Slot;

function compileCall1({ machine }: Unit, fn: Eval, argument: Delay): Eval {
  return (env) => {
    const callee = fn(env);
    if (callee instanceof PrimOp && callee.builtin.args.length === 1) {
      return callee.builtin.call(machine, argument(env));
    }
    return call1(machine, callee, argument(env));
  };
}

function compileCall2({ machine }: Unit, fn: Code, first: Delay, second: Delay): Eval {
  const { eval: evaluate, constant } = fn;
  if (constant instanceof PrimOp && constant.builtin.args.length === 2) {
    const { builtin } = constant;
    return (env) => builtin.call(machine, first(env), second(env));
  }
  return (env) => call2(machine, evaluate(env), first(env), second(env));
}

function explain(unit: Unit, error: unknown, expr: Call): unknown {
  if (error instanceof NixError) {
    if (error.span === undefined) error.span = unit.span(expr);
    else error.addFrame(`while calling ${calleeName(expr.fn)}`, unit.span(expr));
  }
  return error;
}

function calleeName(fn: Expr): string {
  if (fn.kind === "variable") return `'${fn.name}'`;
  if (fn.kind === "select") {
    const last = fn.path[fn.path.length - 1];
    if (last?.name !== undefined) return `'${last.name}'`;
  }
  return "a function";
}
