/** Spellings that real Nix always rejects and that have an obvious meaning: see docs/dialect.md. */
import type { Call, Expr, IndexCall } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { toText } from "../bytes.js";
import { call1 } from "../call.js";
import type { Code, Eval } from "../code.js";
import { NixError } from "../errors.js";
import type { Warning } from "../settings.js";
import { force, isInt, type Slot, type Value } from "../value.js";
import type { Scope } from "./scope.js";
import { compileSelection } from "./select.js";
import { thunked, type Unit } from "./unit.js";

export function orDefaultWarning(span: Span): Warning & { readonly span: Span } {
  return {
    code: "or-default",
    message: "`f x or default` is not Nix: real Nix looks for a variable called `or`",
    span,
    help: 'write `let v = f x; in if v == "" then default else v`',
  };
}

/** `f x or d`: the default when the call gives nothing. */
export function compileOrDefault(
  unit: Unit,
  expr: Call,
  { call, fallback }: { readonly call: Expr; readonly fallback: Expr },
  scope: Scope,
): Eval {
  const first = unit.compile(call, scope).eval;
  const second = unit.compile(fallback, scope).eval;
  return (env) => {
    unit.machine.warnOnce(orDefaultWarning(unit.span(expr)));
    const value = first(env);
    return value === "" || value === null ? second(env) : value;
  };
}

/** `list[0]`. What is not a list is called, as Nix does. */
export function compileIndexCall(unit: Unit, expr: IndexCall, scope: Scope): Code {
  const subject = unit.compile(expr.subject, scope).eval;
  const index = unit.compile(expr.index, scope).eval;
  // Selecting begins with reading this, before anything else is evaluated.
  let current: Value = null;
  const select = compileSelection(unit, () => current, expr, scope);
  const argument = unit.deferred(expr.argument, scope).delay;
  return thunked((env) => {
    const value = subject(env);
    try {
      if (!Array.isArray(value)) return call1(unit.machine, value, argument(env));
      unit.machine.warnOnce(indexWarning(unit, expr));
      current = element(value, index(env));
    } catch (error) {
      throw unit.locate(error, expr);
    }
    return select(env);
  });
}

function indexWarning({ source }: Unit, { subject, index, start, end }: IndexCall): Warning & { readonly span: Span } {
  const text = (expr: Expr) => toText(source.text.slice(expr.start, expr.end));
  return {
    code: "index",
    message: "`list[0]` is not Nix: real Nix calls the list as a function",
    span: { source, start, end },
    help: `write \`builtins.elemAt ${text(subject)} ${text(index)}\``,
  };
}

function element(list: readonly Slot[], index: Value): Value {
  const slot = isInt(index) ? list[Number(index)] : undefined;
  if (slot === undefined) {
    throw new NixError("value", `list index ${String(index)} is out of bounds; the list has ${list.length} elements`);
  }
  return force(slot);
}
