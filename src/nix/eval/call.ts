/** Calling functions, whatever their kind. */
import { Attrs } from "./attrs.js";
import type { ClosureCode } from "./code.js";
import { NixError } from "./errors.js";
import { typeName } from "./expect.js";
import type { Machine } from "./machine.js";
import { printForError } from "./print.js";
import { Closure, force, PartialPrimOp, PrimOp, type Slot, type Value } from "./value.js";

/** `fn a b c`; the result is in weak head normal form. */
export function callFunction(machine: Machine, fn: Value, ...args: Slot[]): Value {
  if (args.length === 1) return call1(machine, fn, args[0] as Slot);
  return callMany(machine, fn, args);
}

export function call1(machine: Machine, fn: Value, argument: Slot): Value {
  if (fn instanceof Closure) {
    machine.enter();
    const { code } = fn;
    const result = code.body(code.bind(fn.env, argument));
    machine.depth--;
    return result;
  }
  return callMany(machine, fn, [argument]);
}

export function call2(machine: Machine, fn: Value, first: Slot, second: Slot): Value {
  if (fn instanceof Closure && fn.code.inner !== undefined) {
    machine.enter();
    const inner = fn.code.inner;
    const result = inner.body(inner.bind(fn.code.bind(fn.env, first), second));
    machine.depth--;
    return result;
  }
  return callMany(machine, fn, [first, second]);
}

export function callMany(machine: Machine, fn: Value, args: readonly Slot[]): Value {
  machine.enter();
  let result = fn;
  let used = 0;
  while (used < args.length) {
    if (result instanceof Closure) {
      const closure: Closure = result;
      let code: ClosureCode = closure.code;
      let env = code.bind(closure.env, args[used++] as Slot);
      while (code.inner !== undefined && used < args.length) {
        code = code.inner;
        env = code.bind(env, args[used++] as Slot);
      }
      result = code.body(env);
    } else if (result instanceof PrimOp || result instanceof PartialPrimOp) {
      const held: readonly Slot[] = result instanceof PrimOp ? [] : result.args;
      const { builtin }: PrimOp | PartialPrimOp = result;
      const missing = builtin.args.length - held.length;
      const given = args.slice(used, used + missing);
      used += given.length;
      const all = held.length === 0 ? given : [...held, ...given];
      result = given.length === missing ? builtin.call(machine, ...all) : new PartialPrimOp(builtin, all);
    } else if (result instanceof Attrs && result.has("__functor")) {
      // One call deeper, so that a functor that always gives a functor is found to recurse.
      const functor = force(result.get("__functor") as Slot);
      result = callMany(machine, functor, [result, args[used++] as Slot]);
    } else {
      throw notAFunction(result);
    }
  }
  machine.depth--;
  return result;
}

export function notAFunction(value: Value): NixError {
  return new NixError(
    "type",
    `attempt to call something which is not a function but ${typeName(value)}: ${printForError(value)}`,
  );
}
