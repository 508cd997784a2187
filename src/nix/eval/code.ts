/** What the compiler makes of expressions. */
import type { Span } from "../syntax/source.js";
import type { Env, Slot, Value } from "./value.js";

/** Computes an expression in a scope, to weak head normal form. */
export type Eval = (env: Env) => Value;

/**
 * A compiled expression. `delay` gives something to put into a list, set or scope without computing
 * it: a thunk, or the value itself where that is at hand (literals, variables).
 */
export interface Code {
  readonly eval: Eval;
  readonly delay: (env: Env) => Slot;
  /** The value, when it is the same in every scope. */
  readonly constant?: Value;
}

export interface FormalInfo {
  readonly name: string;
  readonly optional: boolean;
  readonly span: Span;
}

/** A compiled function. */
export interface ClosureCode {
  /** The attribute or variable it was bound to, if any. */
  readonly name: string | undefined;
  readonly span: Span;
  /** For `functionArgs`; absent when the function takes its argument whole. */
  readonly formals: readonly FormalInfo[] | undefined;
  readonly ellipsis: boolean;
  /** The plain parameter, or the name before or after `@`. */
  readonly parameter: string | undefined;
  /** The scope of the body, with the argument bound. Throws when the argument does not fit. */
  readonly bind: (env: Env, argument: Slot) => Env;
  /** Replaces itself by the compiled body when first called, so do not keep a copy. */
  body: Eval;
  /** The function that the body consists of, so that `f a b` need not make a closure in between. */
  readonly inner: ClosureCode | undefined;
}
