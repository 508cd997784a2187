/** Strings, paths, lists, and the `+` of strings. */
import type { ListExpr, PathExpr, SearchPathExpr, StringExpr } from "../../syntax/ast.js";
import type { Code, Eval } from "../code.js";
import { coerceToString, concatContext, contextOf, interpolate, makeString, textOf } from "../coerce.js";
import { NixError } from "../errors.js";
import { typeName } from "../expect.js";
import type { Machine } from "../machine.js";
import { canonicalPath, resolvePath } from "../paths.js";
import { type Context, type Env, isInt, NixFloat, NixPath, type Slot, type Value } from "../value.js";
import { reboundSearchPath } from "./rebound.js";
import type { Scope } from "./scope.js";
import { constant, thunked, type Unit } from "./unit.js";

export function compileString(unit: Unit, expr: StringExpr, scope: Scope): Code {
  const [first] = expr.parts;
  if (first === undefined) return constant("");
  if (expr.parts.length === 1 && typeof first === "string") return constant(first);
  const parts = joinTexts(expr.parts).map((part) => (typeof part === "string" ? part : compilePart(unit, part, scope)));
  return thunked((env) => {
    let text = "";
    let context: Context | undefined;
    for (const part of parts) {
      const piece = typeof part === "string" ? part : part(env);
      if (typeof piece === "string") text += piece;
      else {
        text += piece.text;
        context = context === undefined ? piece.context : concatContext(context, piece.context);
      }
    }
    return context === undefined ? text : makeString(text, context);
  });
}

/** Makes one text of texts that stand side by side. */
function joinTexts(parts: StringExpr["parts"]): StringExpr["parts"] {
  const joined: StringExpr["parts"][number][] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function compilePart(unit: Unit, part: Exclude<StringExpr["parts"][number], string>, scope: Scope) {
  const evaluate = unit.compile(part, scope).eval;
  return (env: Env) => {
    const value = evaluate(env);
    if (typeof value === "string") return value;
    try {
      return interpolate(unit.machine, value);
    } catch (error) {
      throw unit.locate(error, part);
    }
  };
}

export function compilePath(unit: Unit, expr: PathExpr, scope: Scope): Code {
  const [start, ...rest] = expr.parts;
  const base = expandHome(unit, start, expr);
  const { directory } = unit.source;
  if (rest.length === 0) return constant(new NixPath(resolvePath(directory, base)));
  // The literal start is resolved by itself: `./..${x}` is the parent folder's path with `x` behind it.
  const absolute = resolvePath(directory, base) + (base.endsWith("/") && base !== "/" ? "/" : "");
  const parts = rest.map((part) => (typeof part === "string" ? part : unit.compile(part, scope).eval));
  return thunked((env) => {
    let path = absolute;
    for (const part of parts) path += typeof part === "string" ? part : pathPiece(unit, part(env), expr);
    return new NixPath(canonicalPath(path));
  });
}

function expandHome(unit: Unit, start: string, expr: PathExpr): string {
  if (!start.startsWith("~/")) return start;
  const home = unit.machine.homeDirectory();
  if (home === undefined) throw unit.error("io", "cannot determine your home directory", expr);
  return home + start.slice(1);
}

function pathPiece(unit: Unit, value: Value, expr: PathExpr): string {
  try {
    const piece = coerceToString(unit.machine, value, {});
    if (typeof piece === "string") return piece;
    throw new NixError("type", "a string that refers to a store path cannot be appended to a path");
  } catch (error) {
    throw unit.locate(error, expr);
  }
}

export function compileSearchPath(unit: Unit, expr: SearchPathExpr, scope: Scope): Code {
  const rebound = reboundSearchPath(expr, scope);
  if (rebound !== undefined) return unit.compile(rebound, scope);
  return thunked(() => {
    try {
      return new NixPath(unit.machine.findFile(expr.path));
    } catch (error) {
      throw unit.locate(error, expr);
    }
  });
}

export function compileList(unit: Unit, expr: ListExpr, scope: Scope): Code {
  const items = expr.items.map((item) => unit.deferred(item, scope).delay);
  const evaluate: Eval = (env) => {
    const list: Slot[] = [];
    for (const item of items) list.push(item(env));
    return list;
  };
  return thunked(evaluate);
}

/** `a + b` for anything but two small ints or two plain strings. */
export function concatenate(machine: Machine, a: Value, b: Value, add: (a: Value, b: Value) => Value): Value {
  if (isInt(a) || a instanceof NixFloat) {
    if (isInt(b) || b instanceof NixFloat) return add(a, b);
    throw new NixError("type", `cannot add ${typeName(b)} to ${isInt(a) ? "an integer" : "a float"}`);
  }
  if (a instanceof NixPath) return appendToPath(machine, a, b);
  const left = coerceToString(machine, a, { copyToStore: true });
  const right = coerceToString(machine, b, { copyToStore: true });
  return makeString(textOf(left) + textOf(right), concatContext(contextOf(left), contextOf(right)));
}

function appendToPath(machine: Machine, path: NixPath, rest: Value): NixPath {
  const piece = coerceToString(machine, rest, {});
  if (typeof piece !== "string") {
    throw new NixError("type", "a string that refers to a store path cannot be appended to a path");
  }
  return new NixPath(canonicalPath(path.path + piece));
}
