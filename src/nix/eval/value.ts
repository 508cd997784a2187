/**
 * Nix values as JavaScript values, chosen so that the common ones cost nothing:
 *
 *   null, bool       themselves
 *   int              a `number` while |n| < 2^53, otherwise a `bigint` (never both for one value)
 *   float            `NixFloat`, because a `number` is an int
 *   string           a byte string (see bytes.ts); with a context, `NixString`
 *   path             `NixPath`
 *   list             a JavaScript array
 *   attribute set    `Attrs` (attrs.ts)
 *   function         `Closure`, `PrimOp` or `PartialPrimOp`
 *
 * A `Slot` is what lists, sets and scopes hold: a value, or a `Thunk` still to be forced.
 */
import type { Attrs } from "./attrs.js";
import type { Builtin } from "./builtin.js";
import type { ClosureCode } from "./code.js";
import { infiniteRecursion } from "./errors.js";

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | NixFloat
  | NixString
  | NixPath
  | NixList
  | Attrs
  | Closure
  | PrimOp
  | PartialPrimOp;

export interface NixList extends ReadonlyArray<Slot> {}
export type NixInt = number | bigint;
export type NixFunction = Closure | PrimOp | PartialPrimOp;
export type Slot = Value | Thunk;

/**
 * A run-time scope: slot 0 is the enclosing scope, the rest are the variables that the compiler put
 * there. A plain array, because V8 makes those cheapest.
 */
// biome-ignore lint/suspicious/noExplicitAny: slot 0 and the others differ in type, by position
export type Env = any[];

export class NixFloat {
  constructor(readonly value: number) {}
}

/** Store paths that a string depends on, in Nix's own encoding: `path`, `=drv`, `!out!drv`. */
export type Context = ReadonlySet<string>;

/** A string with a non-empty context; one without is a plain JavaScript string. */
export class NixString {
  constructor(
    readonly text: string,
    readonly context: Context,
  ) {}
}

/** An absolute, normalised path (a byte string). */
export class NixPath {
  constructor(readonly path: string) {}
}

export class Closure {
  constructor(
    readonly code: ClosureCode,
    readonly env: Env,
  ) {}
}

export class PrimOp {
  constructor(readonly builtin: Builtin) {}
}

/** A builtin with some of its arguments; `args.length < builtin.args.length`. */
export class PartialPrimOp {
  constructor(
    readonly builtin: Builtin,
    readonly args: readonly Slot[],
  ) {}
}

/** A deferred computation: `run(state)` gives the value. Once forced, `run` is undefined. */
export class Thunk {
  constructor(
    // biome-ignore lint/suspicious/noExplicitAny: each `run` knows the type of its own state
    private run: ((state: any) => Value) | undefined,
    /** What `run` computes from; once it has, the value, so that a thunk is no larger than need be. */
    private state: unknown,
  ) {}

  /** To weak head normal form. A failed computation stays a thunk and fails the same way again. */
  force(): Value {
    const run = this.run;
    if (run === undefined) return this.state as Value;
    this.run = blackhole;
    try {
      const value = run(this.state);
      this.state = value;
      this.run = undefined;
      return value;
    } catch (error) {
      this.run = run;
      throw error;
    }
  }

  /** The value if it has been computed; tells nothing of computations that failed. */
  peek(): Value | undefined {
    return this.run === undefined ? (this.state as Value) : undefined;
  }
}

function blackhole(): never {
  throw infiniteRecursion();
}

export function force(slot: Slot): Value {
  return slot instanceof Thunk ? slot.force() : slot;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** The one representation of an int: `number` where it is exact. The argument must fit in 64 bits. */
export function normalizeInt(value: bigint): NixInt {
  return value <= maxSafe && value >= -maxSafe ? Number(value) : value;
}

export function isInt(value: Value): value is NixInt {
  return typeof value === "number" || typeof value === "bigint";
}

export function isString(value: Value): value is string | NixString {
  return typeof value === "string" || value instanceof NixString;
}

export function isFunction(value: Value): value is NixFunction {
  return value instanceof Closure || value instanceof PrimOp || value instanceof PartialPrimOp;
}

export function isList(value: Value): value is NixList {
  return Array.isArray(value);
}
