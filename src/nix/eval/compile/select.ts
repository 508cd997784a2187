/** `set.path`, `set.path or default` and `set ? path`. */
import type { AttrName, AttrPath, Expr, HasAttr, NodeBase, Select } from "../../syntax/ast.js";
import { Attrs, type Shape } from "../attrs.js";
import type { Code, Eval } from "../code.js";
import { NixError } from "../errors.js";
import { forceStringNoContext, typeError } from "../expect.js";
import { shortList } from "../print.js";
import { type Env, force, isFunction, type Slot, Thunk, type Value } from "../value.js";
import type { Scope } from "./scope.js";
import { nearest } from "./suggest.js";
import { thunked, type Unit } from "./unit.js";

export function compileSelect(unit: Unit, expr: Select, scope: Scope): Code {
  const constant = selectFromConstant(unit, expr, scope);
  if (constant !== undefined) return constant;
  const subject = unit.compile(expr.subject, scope).eval;
  return thunked(compileSelection(unit, subject, expr, scope));
}

/** `builtins.map` is as constant as `map`. */
function selectFromConstant(unit: Unit, expr: Select, scope: Scope): Code | undefined {
  const [step, ...rest] = expr.path;
  if (expr.subject.kind !== "variable" || step?.name === undefined || rest.length > 0) return undefined;
  const set = unit.compile(expr.subject, scope).constant;
  const slot = set instanceof Attrs ? set.get(step.name) : undefined;
  if (slot === undefined || slot instanceof Thunk) return undefined;
  return { ...thunked(() => slot), constant: slot };
}

interface Selection extends NodeBase {
  readonly path: AttrPath;
  readonly fallback?: Expr;
}

/** Selecting a path from whatever `subject` evaluates to. */
export function compileSelection(unit: Unit, subject: Eval, expr: Selection, scope: Scope): Eval {
  const steps = expr.path.map((step) => compileStep(unit, step, scope));
  if (expr.fallback !== undefined) {
    return selectOr(subject, steps, unit.compile(expr.fallback, scope).eval);
  }
  return steps.reduce((evaluate, step) => selectStep(unit, evaluate, step, expr.path), subject);
}

/** A step of a path: the name, and where it was found last time. */
interface Step {
  readonly node: AttrName;
  readonly name: (env: Env) => string;
  shape: Shape | undefined;
  index: number;
}

function compileStep(unit: Unit, node: AttrName, scope: Scope): Step {
  return { node, name: compileName(unit, node, scope), shape: undefined, index: -1 };
}

function compileName(unit: Unit, node: AttrName, scope: Scope): (env: Env) => string {
  if (node.name !== undefined) {
    const { name } = node;
    return () => name;
  }
  const evaluate = unit.compile(node.expr, scope).eval;
  return (env) => {
    try {
      return forceStringNoContext(evaluate(env));
    } catch (error) {
      throw unit.locate(error, node);
    }
  };
}

function selectStep(unit: Unit, subject: Eval, step: Step, path: AttrPath): Eval {
  const { node } = step;
  return (env) => {
    const set = subject(env);
    if (!(set instanceof Attrs)) throw unit.locate(typeError("a set", set), node);
    const index = find(set, step, env);
    if (index < 0) throw missing(unit, set, step.name(env), node);
    const slot = set.values[index] as Slot;
    if (!(slot instanceof Thunk)) return slot;
    try {
      return settle(set, index, slot);
    } catch (error) {
      throw explain(unit, error, set, index, path);
    }
  };
}

/** Remembers the place for a static name; most sets that come by a select have one shape. */
function find(set: Attrs, step: Step, env: Env): number {
  if (step.node.name === undefined) return set.shape.find(step.name(env));
  if (set.shape === step.shape) return step.index;
  const index = set.shape.find(step.node.name);
  step.shape = set.shape;
  step.index = index;
  return index;
}

/**
 * Forces a slot of a set and keeps the value there, which lets the thunk go. Not so for what is known by
 * its slot: functions, which `==` tells apart by it (equality.ts), and short lists (print.ts).
 */
export function settle(set: Attrs, index: number, thunk: Thunk): Value {
  const value = thunk.force();
  if (!isFunction(value) && !isShortList(value)) set.values[index] = value;
  return value;
}

function isShortList(value: Value): boolean {
  return Array.isArray(value) && value.length <= shortList;
}

function explain(unit: Unit, error: unknown, set: Attrs, index: number, path: AttrPath): unknown {
  if (error instanceof NixError) {
    const name = set.names[index] as string;
    const last = path[path.length - 1] as AttrName;
    unit.locate(error, last);
    error.addFrame(`while evaluating the attribute '${name}'`, set.position(name));
  }
  return error;
}

function missing(unit: Unit, set: Attrs, name: string, node: NodeBase): NixError {
  const error = unit.error("missing-attribute", `attribute '${name}' missing`, node);
  error.suggestions = nearest(name, set.names);
  return error;
}

/** With a default, a step that does not fit (no such name, not even a set) takes the default. */
function selectOr(subject: Eval, steps: readonly Step[], fallback: Eval): Eval {
  return (env) => {
    let value = subject(env);
    for (const step of steps) {
      if (!(value instanceof Attrs)) return fallback(env);
      const index = find(value, step, env);
      if (index < 0) return fallback(env);
      const slot: Slot = value.values[index] as Slot;
      value = slot instanceof Thunk ? settle(value, index, slot) : slot;
    }
    return value;
  };
}

export function compileHasAttr(unit: Unit, expr: HasAttr, scope: Scope): Code {
  const subject = unit.compile(expr.subject, scope).eval;
  const steps = expr.path.map((step) => compileStep(unit, step, scope));
  return thunked((env) => {
    let slot: Slot = subject(env);
    for (const step of steps) {
      const set: Value = force(slot);
      const index: number = set instanceof Attrs ? find(set, step, env) : -1;
      if (index < 0) return false;
      slot = (set as Attrs).values[index] as Slot;
    }
    return true;
  });
}
