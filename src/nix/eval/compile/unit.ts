/**
 * Compiling one source text: syntax tree → closures. The tree's static scopes are resolved on the way,
 * and a deferred expression is compiled when it is first forced, so that a large file costs only
 * what is used of it.
 */
import type { Expr, NodeBase } from "../../syntax/ast.js";
import type { Source, Span } from "../../syntax/source.js";
import type { Code, Eval } from "../code.js";
import { NixError, type NixErrorCode } from "../errors.js";
import type { Machine } from "../machine.js";
import { type Env, type Slot, Thunk, type Value } from "../value.js";
import type { Scope } from "./scope.js";
import type { Compilers } from "./table.js";

export class Unit {
  constructor(
    readonly machine: Machine,
    readonly source: Source,
    /** Given rather than imported, because every compiler in it needs this file. */
    private readonly compilers: Compilers,
  ) {}

  compile(expr: Expr, scope: Scope): Code {
    // The table maps each kind to the compiler of exactly that kind; TypeScript cannot follow the pairing.
    return (this.compilers[expr.kind] as (unit: Unit, expr: Expr, scope: Scope) => Code)(this, expr, scope);
  }

  span(node: NodeBase): Span {
    return { source: this.source, start: node.start, end: node.end };
  }

  error(code: NixErrorCode, message: string, node: NodeBase): NixError {
    return new NixError(code, message, this.span(node));
  }

  /** Gives an error that has no place yet this one, for `catch` blocks. */
  locate(error: unknown, node: NodeBase): unknown {
    if (error instanceof NixError && error.span === undefined) error.span = this.span(node);
    return error;
  }

  /** Code of an expression whose evaluation has to wait for a thunk; compiled when that is forced. */
  deferred(expr: Expr, scope: Scope): Code {
    if (immediate.has(expr.kind)) return this.compile(expr, scope);
    let evaluate: Eval = (env) => {
      evaluate = this.compile(expr, scope).eval;
      return evaluate(env);
    };
    return { eval: (env) => evaluate(env), delay: (env) => new Thunk(evaluate, env) };
  }
}

/** Kinds whose `delay` may give something better than a thunk. */
const immediate: ReadonlySet<Expr["kind"]> = new Set(["int", "float", "string", "path", "variable"]);

/** Code that always has to be deferred by a thunk. */
export function thunked(evaluate: Eval): Code {
  return { eval: evaluate, delay: (env: Env): Slot => new Thunk(evaluate, env) };
}

export function constant(value: Value): Code {
  return { eval: () => value, delay: () => value, constant: value };
}
