/**
 * Attribute sets and `let`. A plain set is an array of delayed values under a shape known here. A
 * recursive one, like `let`, first makes the scope that its values see, then fills it in the order
 * written; what refers forward meets an empty slot and becomes a thunk (variables.ts).
 */
import type { AttrSet, Binding, Bindings, Let } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { type AttrSpan, Attrs, compareNames, type Positions, Shape } from "../attrs.js";
import type { Code, Eval } from "../code.js";
import { NixError } from "../errors.js";
import { forceAttrs, forceStringNoContext } from "../expect.js";
import { type Env, force, type Slot, Thunk, type Value } from "../value.js";
import { compileLambda } from "./lambda.js";
import type { Scope } from "./scope.js";
import { nearest } from "./suggest.js";
import { thunked, type Unit } from "./unit.js";

export function compileLet(unit: Unit, expr: Let, scope: Scope): Code {
  const inner = scope.names(expr.bindings.list.map((binding) => binding.name));
  const fill = compileFill(unit, expr.bindings, inner, scope);
  const body = unit.compile(expr.body, inner).eval;
  return thunked((env) => body(fill(env)));
}

export function compileAttrs(unit: Unit, expr: AttrSet, scope: Scope): Code {
  const { bindings } = expr;
  const inner = expr.recursive ? scope.names(bindings.list.map((binding) => binding.name)) : scope;
  const positions = bindings.list.length === 0 ? undefined : new LiteralPositions(unit, bindings.list);
  const build = expr.recursive
    ? compileRecursive(unit, bindings, inner, scope, positions)
    : compilePlain(unit, bindings, scope, positions);
  return thunked(bindings.dynamic.length === 0 ? build.set : withDynamic(unit, bindings, inner, build));
}

/** How to make the static part of a set, and the scope that its dynamic part is evaluated in. */
interface Build {
  readonly set: Eval;
  readonly parts: (env: Env) => { readonly set: Attrs; readonly inner: Env };
}

function compilePlain(unit: Unit, bindings: Bindings, scope: Scope, positions: Positions | undefined): Build {
  const sorted = [...bindings.list].sort((a, b) => compareNames(a.name, b.name));
  const shape = new Shape(sorted.map((binding) => binding.name));
  const make = (env: Env): Attrs => new Attrs(shape, values(env), positions);
  const values = compileValues(unit, bindings, sorted, scope);
  return { set: make, parts: (env) => ({ set: make(env), inner: env }) };
}

function compileValues(unit: Unit, bindings: Bindings, sorted: readonly Binding[], scope: Scope): (env: Env) => Slot[] {
  const items = sorted.map((binding) => compileItem(unit, binding, scope, scope));
  const froms = bindings.inheritFrom.map((from) => unit.deferred(from, scope).delay);
  return (env) => {
    const shared = froms.length === 0 ? none : froms.map((from) => from(env));
    const slots: Slot[] = [];
    for (const item of items) slots.push(item(env, env, shared));
    return slots;
  };
}

const none: readonly Slot[] = [];

/** Makes the slot of one binding. `shared` holds the sets of `inherit (…)`, evaluated once for all. */
type Item = (inner: Env, outer: Env, shared: readonly Slot[]) => Slot;

function compileItem(unit: Unit, binding: Binding, inner: Scope, outer: Scope): Item {
  const { from, value, name } = binding;
  if (from === "outer") {
    const { delay } = unit.compile(value, outer);
    return (_, env) => delay(env);
  }
  if (from === "plain") {
    const { delay } = value.kind === "lambda" ? compileLambda(unit, value, inner, name) : unit.deferred(value, inner);
    return (env) => delay(env);
  }
  const select = selectInherited(unit, binding);
  return (_, __, shared) => new Thunk(select, shared[from]);
}

function selectInherited(unit: Unit, binding: Binding): (from: Slot) => Value {
  return (from) => {
    try {
      const set = forceAttrs(from);
      const slot = set.get(binding.name);
      if (slot !== undefined) return force(slot);
      const error = new NixError("missing-attribute", `attribute '${binding.name}' missing`);
      error.suggestions = nearest(binding.name, set.names);
      throw error;
    } catch (error) {
      throw unit.locate(error, binding);
    }
  };
}

/** From the outer scope, the scope of a `let` or `rec` with every slot filled. */
function compileFill(unit: Unit, bindings: Bindings, inner: Scope, outer: Scope, late = false): (env: Env) => Env {
  const items = bindings.list.map((binding) => compileItem(unit, binding, inner, outer));
  const evaluated = late ? bindings.list.map((binding) => lateItem(unit, binding, inner)) : [];
  const froms = bindings.inheritFrom.map((from) => unit.deferred(from, inner).delay);
  // Copying an array that already has its length keeps it dense, which V8 reads fastest.
  const blank: Env = new Array(bindings.list.length + 1).fill(undefined).slice();
  return (env) => {
    const scope = blank.slice();
    scope[0] = env;
    const shared = froms.length === 0 ? none : froms.map((from) => from(scope));
    for (let i = 0; i < items.length; i++) {
      scope[i + 1] = (evaluated[i] ?? (items[i] as Item))(scope, env, shared);
    }
    return scope;
  };
}

/** With `__overrides` a slot may change after it was filled, so `b = a` must read `a` late. */
function lateItem(unit: Unit, binding: Binding, inner: Scope): Item | undefined {
  if (binding.from !== "plain") return undefined;
  const code = unit.deferred(binding.value, inner);
  return (env) => new Thunk(code.eval, env);
}

function compileRecursive(
  unit: Unit,
  bindings: Bindings,
  inner: Scope,
  outer: Scope,
  positions: Positions | undefined,
): Build {
  const names = bindings.list.map((binding) => binding.name).sort(compareNames);
  const shape = new Shape(names);
  const slots = names.map((name) => inner.slot(name));
  const overrides = shape.find("__overrides");
  const overriding = bindings.list.find((binding) => binding.name === "__overrides");
  const fill = compileFill(unit, bindings, inner, outer, overrides >= 0);
  const parts = (env: Env) => {
    const scope = fill(env);
    const set = new Attrs(
      shape,
      slots.map((slot) => scope[slot] as Slot),
      positions,
    );
    if (overriding === undefined) return { set, inner: scope };
    try {
      return { set: override(set, set.values[overrides] as Slot, inner, scope), inner: scope };
    } catch (error) {
      throw unit.locate(error, overriding);
    }
  };
  return { set: (env) => parts(env).set, parts };
}

/** Old Nix: `rec { __overrides = {…}; }` replaces attributes, for the set's own eyes as well. */
function override(set: Attrs, overrides: Slot, scope: Scope, env: Env): Attrs {
  const replaced = forceAttrs(overrides);
  replaced.names.forEach((name, i) => {
    if (set.has(name)) env[scope.slot(name)] = replaced.values[i];
  });
  return set.update(replaced);
}

/** `${name} = value`: after the static ones, in the order written; a null name leaves it out. */
function withDynamic(unit: Unit, bindings: Bindings, scope: Scope, build: Build): Eval {
  const items = bindings.dynamic.map((binding) => ({
    binding,
    name: unit.compile(binding.name, scope).eval,
    value: unit.deferred(binding.value, scope).delay,
  }));
  return (env) => {
    const { set, inner } = build.parts(env);
    const entries: [string, Slot][] = set.names.map((name, i) => [name, set.values[i] as Slot]);
    const places = new DynamicPositions(set.positions);
    for (const { binding, name, value } of items) {
      const text = dynamicName(unit, name(inner), binding.name);
      if (text === undefined) continue;
      const earlier = places.find(text);
      if (earlier !== undefined) throw alreadyDefined(unit, text, earlier, binding.name);
      entries.push([text, value(inner)]);
      places.add(text, unit.span(binding.name));
    }
    return Attrs.from(entries, places);
  };
}

function dynamicName(unit: Unit, value: Value, node: { start: number; end: number }): string | undefined {
  if (value === null) return undefined;
  try {
    return forceStringNoContext(value);
  } catch (error) {
    throw unit.locate(error, node);
  }
}

function alreadyDefined(unit: Unit, name: string, { source, start }: Span, node: { start: number; end: number }) {
  const { line, column } = source.position(start);
  const message = `dynamic attribute '${name}' already defined at ${source.name}:${line}:${column}`;
  return unit.error("value", message, node);
}

class LiteralPositions implements Positions {
  constructor(
    private readonly unit: Unit,
    private readonly list: readonly Binding[],
  ) {}

  find(name: string): AttrSpan | undefined {
    const binding = this.list.find((candidate) => candidate.name === name);
    if (binding === undefined) return undefined;
    const { pathStart, value } = binding;
    return { ...this.unit.span(binding), pathStart, ...(value.kind === "list" && { items: value.items }) };
  }
}

class DynamicPositions implements Positions {
  private readonly spans = new Map<string, AttrSpan>();

  constructor(private readonly literal: Positions | undefined) {}

  add(name: string, span: Span): void {
    this.spans.set(name, { ...span, pathStart: span.start });
  }

  find(name: string): AttrSpan | undefined {
    return this.spans.get(name) ?? this.literal?.find(name);
  }
}
