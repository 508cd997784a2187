/**
 * Calling a function that stands where a value is wanted, with what is at hand for its arguments: Nix
 * does so with `--arg`; `lib` is given to those that cannot do without.
 */
import { Attrs } from "../nix/eval/attrs.js";
import { call1 } from "../nix/eval/call.js";
import type { FormalInfo } from "../nix/eval/code.js";
import { NixError } from "../nix/eval/errors.js";
import type { Machine } from "../nix/eval/machine.js";
import { Closure, force, type Slot, type Value } from "../nix/eval/value.js";

export interface CallArguments {
  /** What the user has given: passed as Nix does, to all that take it. */
  readonly given: Attrs;
  /** Passed only where an argument has no value otherwise, which Nix would refuse. */
  readonly onDemand: Attrs;
}

/** The value itself unless it is a function of named arguments. Throws a `NixError` when one has no value. */
export function autoCall(machine: Machine, value: Value, args: CallArguments): Value {
  if (value instanceof Attrs && value.has("__functor")) {
    const functor = force(value.get("__functor") as Slot);
    return autoCall(machine, call1(machine, functor, value), args);
  }
  if (!(value instanceof Closure) || value.code.formals === undefined) return value;
  const { formals, ellipsis } = value.code;
  const missing = formals.find((formal) => !hasValue(formal, args));
  if (missing !== undefined) throw withoutValue(missing);
  const names = new Set(formals.map((formal) => formal.name));
  const given = ellipsis ? args.given : args.given.filter((name) => names.has(name));
  const wanted = new Set(formals.filter((formal) => !formal.optional).map((formal) => formal.name));
  return call1(machine, value, args.onDemand.filter((name) => wanted.has(name)).update(given));
}

/** Whether the value is a function that `autoCall` can call. */
export function isAutoCallable(value: Value, args: CallArguments): boolean {
  return value instanceof Closure && (value.code.formals?.every((formal) => hasValue(formal, args)) ?? false);
}

function hasValue({ name, optional }: FormalInfo, { given, onDemand }: CallArguments): boolean {
  return optional || given.has(name) || onDemand.has(name);
}

function withoutValue({ name, span }: FormalInfo): NixError {
  const message = `cannot evaluate a function that has an argument without a value ('${name}')`;
  return new NixError("missing-argument", message, span);
}
