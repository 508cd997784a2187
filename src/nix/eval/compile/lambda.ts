import type { Formals, Lambda } from "../../syntax/ast.js";
import { Attrs } from "../attrs.js";
import type { ClosureCode, Code, Eval } from "../code.js";
import { NixError } from "../errors.js";
import { typeError } from "../expect.js";
import { Closure, type Env, force, type Slot, Thunk } from "../value.js";
import type { Scope } from "./scope.js";
import { nearest } from "./suggest.js";
import type { Unit } from "./unit.js";

export function compileLambda(unit: Unit, expr: Lambda, scope: Scope, name?: string): Code {
  let code: ClosureCode | undefined;
  const evaluate: Eval = (env) => {
    code ??= compileClosure(unit, expr, scope, name);
    return new Closure(code, env);
  };
  return { eval: evaluate, delay: (env) => new Thunk(evaluate, env) };
}

function compileClosure(unit: Unit, expr: Lambda, scope: Scope, name?: string): ClosureCode {
  const names = [...(expr.formals?.list.map((formal) => formal.name) ?? [])];
  if (expr.parameter !== undefined) names.push(expr.parameter);
  const inner = scope.names(names);
  const curried = expr.body.kind === "lambda" ? compileClosure(unit, expr.body, inner, name) : undefined;
  const code: ClosureCode = {
    name,
    span: unit.span(expr),
    formals: expr.formals?.list.map((formal) => ({
      name: formal.name,
      optional: formal.fallback !== undefined,
      span: unit.span(formal),
    })),
    ellipsis: expr.formals?.ellipsis ?? false,
    parameter: expr.parameter,
    bind: expr.formals === undefined ? bindWhole : bindFormals(unit, expr, expr.formals, inner, name),
    body: (env) => {
      // Compiled at the first call: most functions of a library are never called.
      code.body = curried === undefined ? unit.compile(expr.body, inner).eval : (env) => new Closure(curried, env);
      return code.body(env);
    },
    inner: curried,
  };
  return code;
}

function bindWhole(env: Env, argument: Slot): Env {
  return [env, argument];
}

/** Slots: the formals in order, then the `@` name. A default sees all of them, itself included. */
function bindFormals(
  unit: Unit,
  expr: Lambda,
  formals: Formals,
  scope: Scope,
  name?: string,
): (env: Env, argument: Slot) => Env {
  const { list } = formals;
  const defaults = list.map((formal) => formal.fallback && unit.deferred(formal.fallback, scope));
  const whole = expr.parameter !== undefined;
  const label = name ?? "anonymous lambda";
  return (env, argument) => {
    const set = force(argument);
    if (!(set instanceof Attrs)) throw typeError("a set", set);
    const bound: Env = [env];
    let found = 0;
    for (const formal of list) {
      const slot = set.get(formal.name);
      bound.push(slot);
      if (slot !== undefined) found++;
    }
    if (whole) bound.push(argument);
    if (found < list.length) fillDefaults(bound, list, defaults, label);
    if (!formals.ellipsis && found < set.size) throw unexpectedArgument(set, list, label);
    return bound;
  };
}

function fillDefaults(bound: Env, list: Formals["list"], defaults: readonly (Code | undefined)[], label: string): void {
  for (let i = 0; i < list.length; i++) {
    if (bound[i + 1] !== undefined) continue;
    const fallback = defaults[i];
    if (fallback === undefined) {
      const { name } = list[i] as { name: string };
      throw new NixError("missing-argument", `function '${label}' called without required argument '${name}'`);
    }
    bound[i + 1] = fallback.delay(bound);
  }
}

function unexpectedArgument(set: Attrs, list: Formals["list"], label: string): NixError {
  const known = list.map((formal) => formal.name);
  const extra = set.names.find((name) => !known.includes(name)) as string;
  const error = new NixError("type", `function '${label}' called with unexpected argument '${extra}'`);
  error.suggestions = nearest(extra, known);
  return error;
}
