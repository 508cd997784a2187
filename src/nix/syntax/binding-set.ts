/**
 * The bindings of a set or `let` while they are read. Nix's parser merges them as they come:
 * `a.b = 1; a = { c = 2; };` is one set `a`, and what is defined twice is an error at once. So each
 * definition is added here, into the nested sets that earlier ones began.
 *
 * There are many of these in a large file, and most hold little: arrays begin with exactly one element,
 * and those that stay empty are shared.
 */
import type { AttrName, AttrPath, AttrSet, Binding, Bindings, DynamicBinding, Expr } from "./ast.js";
import { showName } from "./identifier.js";
import { sameLiteral } from "./literals.js";
import type { Source } from "./source.js";
import { NixSyntaxError, type SyntaxWarning } from "./syntax-error.js";

/** From this many bindings on, an index is faster than looking through them all. */
const indexedFrom = 9;

/** What adding bindings needs to know of the parse it is part of. */
export interface BindingContext {
  readonly source: Source;
  readonly portable: boolean;
  readonly warn: ((warning: SyntaxWarning) => void) | undefined;
}

/** The names on the way to a set, innermost first. */
interface Route {
  readonly name: string;
  readonly outer: Route | undefined;
}

const none: never[] = [];

export class BindingSet implements Bindings {
  list: Binding[] = none;
  dynamic: DynamicBinding[] = none;
  inheritFrom: Expr[] = none;
  private index: Map<string, number> | undefined;

  constructor(private readonly context: BindingContext) {}

  /** Adds `path = value`, as Nix merges it. The value's text, parentheses included, ends at `valueEnd`. */
  add(path: AttrPath, value: Expr, valueEnd: number): void {
    let target: BindingSet = this;
    const last = path.length - 1;
    for (let i = 0; i < last; i++) target = target.enter(path, i, valueEnd);
    const step = path[last] as AttrName;
    const { start, end } = step;
    if (step.name === undefined) target.addDynamic({ name: step.expr, value, start, end });
    else {
      const pathStart = (path[0] as AttrName).start;
      target.define({ name: step.name, value, from: "plain", start, end, pathStart }, path);
    }
  }

  /** Adds `inherit name` (`from` is `"outer"`) or `inherit (…) name`. */
  inherit(name: string, start: number, end: number, from: "outer" | number): void {
    const value: Expr = { kind: "variable", name, start, end };
    const binding: Binding = { name, value, from, start, end, pathStart: start };
    const position = this.find(name);
    if (position !== -1) throw this.duplicate(this.list[position] as Binding, binding, undefined);
    this.insert(binding);
  }

  /** Adds the `e` of `inherit (e)`, and gives its position. */
  addSource(expr: Expr): number {
    if (this.inheritFrom.length === 0) this.inheritFrom = [expr];
    else this.inheritFrom.push(expr);
    return this.inheritFrom.length - 1;
  }

  /** Gives back the room that the list has left to grow. */
  trim(): void {
    if (this.list.length > 1) this.list = this.list.slice();
  }

  private addDynamic(binding: DynamicBinding): void {
    if (this.dynamic.length === 0) this.dynamic = [binding];
    else this.dynamic.push(binding);
  }

  /** The set that step `i` of a path leads into, begun if need be. */
  private enter(path: AttrPath, i: number, valueEnd: number): BindingSet {
    const step = path[i] as AttrName;
    const { start, end } = step;
    const position = step.name === undefined ? -1 : this.find(step.name);
    const pathStart = (path[0] as AttrName).start;
    if (position !== -1) {
      const existing = this.list[position] as Binding;
      if (existing.value.kind === "attrs") return existing.value.bindings as BindingSet;
      throw this.duplicate(existing, { name: step.name ?? "", pathStart, end }, routeOf(path, i));
    }
    const bindings = new BindingSet(this.context);
    const nestedStart = (path[i + 1] as AttrName).start;
    const value: AttrSet = { kind: "attrs", recursive: false, bindings, start: nestedStart, end: valueEnd };
    if (step.name === undefined) this.addDynamic({ name: step.expr, value, start, end });
    else this.insert({ name: step.name, value, from: "plain", start, end, pathStart });
    return bindings;
  }

  private define(binding: Binding, path: AttrPath): void {
    const position = this.find(binding.name);
    if (position === -1) this.insert(binding);
    else this.redefine(this.list[position] as Binding, binding, routeOf(path, path.length - 1));
  }

  /** A second definition of a name: two sets are merged, and so are sets in them, without recursion. */
  private redefine(existing: Binding, binding: Binding, route: Route | undefined): void {
    const work = [{ existing, binding, route }];
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      const { value: into } = item.existing;
      const { value: from, name } = item.binding;
      if (into.kind !== "attrs" || from.kind !== "attrs") {
        this.repeat(item.existing, item.binding, item.route);
        continue;
      }
      const inner = { name, outer: item.route };
      (into.bindings as BindingSet).merge(from.bindings, (before, after) => {
        work.push({ existing: before, binding: after, route: inner });
      });
    }
  }

  private merge(other: Bindings, twice: (existing: Binding, binding: Binding) => void): void {
    const shift = this.inheritFrom.length;
    for (const binding of other.list) {
      const moved = typeof binding.from === "number" ? { ...binding, from: binding.from + shift } : binding;
      const position = this.find(binding.name);
      if (position === -1) this.insert(moved);
      else twice(this.list[position] as Binding, moved);
    }
    for (const binding of other.dynamic) this.addDynamic(binding);
    for (const expr of other.inheritFrom) this.addSource(expr);
  }

  /** Dialect: the same literal value twice is one definition, and a warning. */
  private repeat(existing: Binding, binding: Binding, route: Route | undefined): void {
    const { source, portable, warn } = this.context;
    const literal = existing.from === "plain" && binding.from === "plain" && sameLiteral(existing.value, binding.value);
    if (portable || !literal) throw this.duplicate(existing, binding, route);
    warn?.({
      code: "duplicate-attribute",
      message: `attribute '${showRoute({ name: binding.name, outer: route })}' is defined twice, with the same value`,
      span: { source, start: binding.start, end: binding.end },
      help: "delete one of the two: real Nix refuses them",
    });
  }

  private duplicate(
    existing: Binding,
    { name, pathStart, end }: Pick<Binding, "name" | "pathStart" | "end">,
    outer: Route | undefined,
  ): NixSyntaxError {
    const { source } = this.context;
    const { line, column } = source.position(existing.pathStart);
    const message = `attribute '${showRoute({ name, outer })}' already defined at ${source.name}:${line}:${column}`;
    const first = { source, start: existing.pathStart, end: existing.end };
    return new NixSyntaxError(message, { source, start: pathStart, end }, "delete or rename one of the two", first);
  }

  private insert(binding: Binding): void {
    const position = this.list.length;
    if (position === 0) this.list = [binding];
    else this.list.push(binding);
    if (this.index !== undefined) this.index.set(binding.name, position);
    else if (position + 1 === indexedFrom) this.index = new Map(this.list.map(({ name }, i) => [name, i]));
  }

  private find(name: string): number {
    if (this.index !== undefined) return this.index.get(name) ?? -1;
    const { list } = this;
    for (let i = 0; i < list.length; i++) {
      if ((list[i] as Binding).name === name) return i;
    }
    return -1;
  }
}

/** The steps of a path before step `end`. None is dynamic where this is shown: dynamic steps lead into new sets. */
function routeOf(path: AttrPath, end: number): Route | undefined {
  let route: Route | undefined;
  for (let i = 0; i < end; i++) route = { name: path[i]?.name ?? "", outer: route };
  return route;
}

function showRoute(route: Route): string {
  const names: string[] = [];
  for (let step: Route | undefined = route; step !== undefined; step = step.outer) names.push(showName(step.name));
  return names.reverse().join(".");
}
