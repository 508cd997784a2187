/**
 * The obvious readings of two spellings that Nix reads otherwise: `f x or d` and `list[0]`. The nodes
 * keep Nix's reading too; which one counts depends on scopes and values, which the parser does not know.
 */
import type { Call, Expr, IndexCall } from "./ast.js";

/** What Nix reads out of `x or`: a call of `x` with a variable `or`. */
export interface OrCall {
  readonly node: Call;
  /** Where `x` ends, its parentheses included. */
  readonly fnEnd: number;
}

/** Such a call among the arguments of another. */
export interface OrArgument extends OrCall {
  readonly position: number;
  /** Whether it began with a bracket right behind the function: `list[0] or d`. */
  readonly adjacent: boolean;
}

/** Adds to `f x or d` what it reads like: the call `f x`, with `d` for its default. */
export function withOrDefault(call: Call, or: OrArgument): Call {
  const { fn, args, start } = call;
  const fallback = args[or.position + 1];
  if (fallback === undefined || or.position + 2 !== args.length) return call;
  const left = defaulted(fn, args.slice(0, or.position), or, start);
  return left === undefined ? call : { ...call, orDefault: { call: left, fallback } };
}

function defaulted(fn: Expr, before: readonly Expr[], or: OrArgument, start: number): Expr | undefined {
  const subject = or.node.fn;
  // `(f x) or d`: Nix's arguments are `or` and `d`.
  if (subject === fn) return fn.kind === "call" || fn.kind === "index-call" ? fn : undefined;
  const indexed = or.adjacent ? indexCall(fn, subject, start, or.fnEnd) : undefined;
  return indexed ?? { kind: "call", fn, args: [...before, subject], start, end: or.fnEnd };
}

/** The element of `subject` that `argument`, a one-element list or a selection from one, stands for. */
export function indexCall(subject: Expr, argument: Expr, start: number, end: number): IndexCall | undefined {
  const list = argument.kind === "select" ? argument.subject : argument;
  if (list.kind !== "list" || list.items.length !== 1) return undefined;
  const index = list.items[0] as Expr;
  const node = { kind: "index-call", subject, index, argument, start, end } as const;
  if (argument.kind !== "select") return { ...node, path: [] };
  const { path, fallback } = argument;
  return fallback === undefined ? { ...node, path } : { ...node, path, fallback };
}
