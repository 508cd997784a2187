/**
 * The bindings of a set or `let` while they are read. Nix's parser merges them as they come:
 * `a.b = 1; a = { c = 2; };` is one set `a`, and what is defined twice is an error at once. So each
 * definition is added here, into the nested sets that earlier ones began.
 */
import type { AttrName, AttrPath, AttrSet, Binding, Bindings, DynamicBinding, Expr, Variable } from "./ast.js";
import { showName } from "./identifier.js";
import { sameLiteral } from "./literals.js";
import type { Source } from "./source.js";
import { NixSyntaxError, type SyntaxWarning } from "./syntax-error.js";

/** Below this many bindings, looking through them all is faster than keeping an index. */
const indexFrom = 9;

/** What adding bindings needs to know of the parse it is part of. */
export interface BindingContext {
  readonly source: Source;
  readonly portable: boolean;
  readonly warn: ((warning: SyntaxWarning) => void) | undefined;
}

/** Where a definition is written: what Nix calls its position is the start of its whole path. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export class BindingSet implements Bindings {
  readonly list: Binding[] = [];
  readonly dynamic: DynamicBinding[] = [];
  readonly inheritFrom: Expr[] = [];
  /** By position in `list`, where the attribute path begins that defines it. */
  private readonly pathStarts: number[] = [];
  private index: Map<string, number> | undefined;

  constructor(private readonly context: BindingContext) {}

  /** Adds `path = value`, as Nix merges it. */
  add(path: AttrPath, value: Expr): void {
    const first = path[0] as AttrName;
    const place = { start: first.start, end: (path[path.length - 1] as AttrName).end };
    let target: BindingSet = this;
    for (let i = 0; i < path.length - 1; i++) {
      target = target.enter(path, i, place, value.end);
    }
    const last = path[path.length - 1] as AttrName;
    if (last.name === undefined) {
      target.dynamic.push({ name: last.expr, value, start: last.start, end: last.end });
    } else {
      const binding: Binding = { name: last.name, value, from: "plain", start: last.start, end: last.end };
      target.define(binding, place, () => path.slice(0, -1).map(showStep));
    }
  }

  /** Adds `inherit name` (`from` is `"outer"`) or `inherit (…) name`. */
  inherit(name: string, place: Place, from: "outer" | number): void {
    const { start, end } = place;
    const value: Variable = { kind: "variable", name, start, end };
    const existing = this.find(name);
    if (existing !== -1) throw this.duplicate(existing, place, [showName(name)]);
    this.insert({ name, value, from, start, end }, start);
  }

  /** The set that step `i` of a path leads into, begun if need be. */
  private enter(path: AttrPath, i: number, place: Place, valueEnd: number): BindingSet {
    const step = path[i] as AttrName;
    const existing = step.name === undefined ? -1 : this.find(step.name);
    if (existing !== -1) {
      const { value } = this.list[existing] as Binding;
      if (value.kind === "attrs") return value.bindings as BindingSet;
      throw this.duplicate(existing, place, path.slice(0, i + 1).map(showStep));
    }
    const bindings = new BindingSet(this.context);
    const start = (path[i + 1] as AttrName).start;
    const value: AttrSet = { kind: "attrs", recursive: false, bindings, start, end: valueEnd };
    if (step.name === undefined) {
      this.dynamic.push({ name: step.expr, value, start: step.start, end: step.end });
    } else {
      this.insert({ name: step.name, value, from: "plain", start: step.start, end: step.end }, place.start);
    }
    return bindings;
  }

  /** Adds a binding of one name; two sets of that name are merged. */
  private define(binding: Binding, place: Place, prefix: () => string[]): void {
    const position = this.find(binding.name);
    if (position === -1) {
      this.insert(binding, place.start);
      return;
    }
    const existing = this.list[position] as Binding;
    if (existing.value.kind === "attrs" && binding.value.kind === "attrs") {
      (existing.value.bindings as BindingSet).merge(binding.value.bindings as BindingSet, () => [
        ...prefix(),
        showName(binding.name),
      ]);
    } else if (!this.isRepetition(existing, binding, prefix)) {
      throw this.duplicate(position, place, [...prefix(), showName(binding.name)]);
    }
  }

  private merge(other: BindingSet, prefix: () => string[]): void {
    const shift = this.inheritFrom.length;
    for (const [i, binding] of other.list.entries()) {
      const from = typeof binding.from === "number" ? binding.from + shift : binding.from;
      const start = other.pathStarts[i] as number;
      this.define({ ...binding, from }, { start, end: Math.max(binding.end, start) }, prefix);
    }
    for (const binding of other.dynamic) this.dynamic.push(binding);
    for (const expr of other.inheritFrom) this.inheritFrom.push(expr);
  }

  /** Dialect: the same literal value twice is one definition, and a warning. */
  private isRepetition(existing: Binding, binding: Binding, prefix: () => string[]): boolean {
    const { source, portable, warn } = this.context;
    if (portable || existing.from !== "plain" || binding.from !== "plain") return false;
    if (!sameLiteral(existing.value, binding.value)) return false;
    const name = [...prefix(), showName(binding.name)].join(".");
    warn?.({
      code: "duplicate-attribute",
      message: `attribute '${name}' is defined twice, with the same value`,
      span: { source, start: binding.start, end: binding.end },
      help: "delete one of the two; real Nix refuses them",
    });
    return true;
  }

  private duplicate(existing: number, place: Place, path: readonly string[]): NixSyntaxError {
    const { source } = this.context;
    const start = this.pathStarts[existing] as number;
    const { line, column } = source.position(start);
    const message = `attribute '${path.join(".")}' already defined at ${source.name}:${line}:${column}`;
    const opening = { source, start, end: Math.max((this.list[existing] as Binding).end, start) };
    return new NixSyntaxError(message, { source, ...place }, "delete or rename one of the two", opening);
  }

  private insert(binding: Binding, pathStart: number): void {
    const position = this.list.length;
    this.list.push(binding);
    this.pathStarts.push(pathStart);
    if (this.index !== undefined) this.index.set(binding.name, position);
    else if (position + 1 === indexFrom) this.index = new Map(this.list.map(({ name }, i) => [name, i]));
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

/** A step that leads into a set which was there before, and so has a name. */
function showStep(step: AttrName): string {
  return showName(step.name ?? "");
}
