import type { CurrentPosition, Variable } from "../../syntax/ast.js";
import { Attrs, Shape } from "../attrs.js";
import type { Code, Eval } from "../code.js";
import { typeError } from "../expect.js";
import { type Env, force, type Slot, Thunk, type Value } from "../value.js";
import type { Scope } from "./scope.js";
import { constant, thunked, type Unit } from "./unit.js";

export function compileVariable(unit: Unit, expr: Variable, scope: Scope): Code {
  const found = scope.resolve(expr.name);
  if (found.kind === "global") return constant(found.value);
  if (found.kind === "with") return compileWithVariable(unit, expr, found.depths);
  return local(unit, expr, readers[found.depth]?.(found.index) ?? deepReader(found.depth, found.index));
}

type Reader = (env: Env) => Slot | undefined;

/** Reading a slot some scopes up: the near ones without a loop. */
const readers: readonly ((index: number) => Reader)[] = [
  (index) => (env) => env[index],
  (index) => (env) => env[0][index],
  (index) => (env) => env[0][0][index],
  (index) => (env) => env[0][0][0][index],
];

function deepReader(depth: number, index: number): Reader {
  return (env) => {
    let at = env;
    for (let i = depth; i > 0; i--) at = at[0];
    return at[index];
  };
}

/** A slot is still empty while the `let` or `rec` that it belongs to is being filled: wait for it. */
function local(unit: Unit, expr: Variable, read: Reader): Code {
  const evaluate: Eval = (env) => {
    const slot = read(env) as Slot;
    if (!(slot instanceof Thunk)) return slot;
    return slot.peek() ?? forceAt(unit, slot, expr);
  };
  return {
    eval: evaluate,
    delay: (env) => {
      const slot = read(env);
      return slot === undefined ? new Thunk(evaluate, env) : slot;
    },
  };
}

/** Forces a thunk; infinite recursion is blamed on the variable that closes the circle. */
function forceAt(unit: Unit, thunk: Thunk, expr: Variable): Value {
  try {
    return thunk.force();
  } catch (error) {
    throw unit.locate(error, expr);
  }
}

function compileWithVariable(unit: Unit, expr: Variable, depths: readonly number[]): Code {
  return thunked((env) => {
    try {
      const slot = findInWiths(env, depths, expr.name);
      if (slot !== undefined) return force(slot);
    } catch (error) {
      throw unit.locate(error, expr);
    }
    throw unit.error("undefined-variable", `undefined variable '${expr.name}'`, expr);
  });
}

/** The variable from the nearest `with` that has it. */
export function findInWiths(env: Env, depths: readonly number[], name: string): Slot | undefined {
  let at = env;
  let level = 0;
  for (const depth of depths) {
    for (; level < depth; level++) at = at[0];
    const set: Value = force(at[1]);
    if (!(set instanceof Attrs)) throw typeError("a set", set);
    const slot = set.get(name);
    if (slot !== undefined) return slot;
  }
  return undefined;
}

const positionShape = new Shape(["column", "file", "line"]);

export function compileCurrentPosition(unit: Unit, expr: CurrentPosition): Code {
  const { source } = unit;
  if (!source.isFile) return thunked(() => null);
  return thunked(() => {
    const { line, column } = source.position(expr.start);
    return new Attrs(positionShape, [column, source.name, line], undefined);
  });
}
