/**
 * Before anything of a file runs, every variable in it must be bound, or stand under a `with`, even in code
 * that would never be evaluated. Nix reports the first that is not; we know them all, and say so.
 *
 * The walk keeps its own stack of work, so that no depth of nesting can exhaust JavaScript's.
 */
import type { AttrPath, Bindings, Call, Expr, Lambda, Variable } from "../syntax/ast.js";
import type { Source } from "../syntax/source.js";
import { nearest } from "./compile/suggest.js";
import { NixError } from "./errors.js";

type Work = Expr | (() => void);

export interface OrDefaultUse {
  readonly start: number;
  readonly end: number;
}

/** Throws for an unbound variable; gives the places where the dialect's `f x or d` applies for certain. */
export function checkVariables(source: Source, root: Expr, globals: Iterable<string>): readonly OrDefaultUse[] {
  return new VariableCheck(source, globals).run(root);
}

class VariableCheck {
  /** How many enclosing scopes bind a name. */
  private readonly bound = new Map<string, number>();
  private withs = 0;
  private readonly work: Work[] = [];
  private readonly orDefaults: OrDefaultUse[] = [];
  /** One error for each name, at its first use. */
  private readonly unbound = new Map<string, NixError>();

  constructor(
    private readonly source: Source,
    globals: Iterable<string>,
  ) {
    for (const name of globals) this.bound.set(name, 1);
  }

  run(root: Expr): readonly OrDefaultUse[] {
    this.work.push(root);
    for (let item = this.work.pop(); item !== undefined; item = this.work.pop()) {
      if (typeof item === "function") item();
      else this.visit(item);
    }
    const [first, ...others] = this.unbound.values();
    if (first === undefined) return this.orDefaults;
    first.others = others;
    throw first;
  }

  /** Last pushed is first visited, so children are pushed in reverse order of the text. */
  private push(...items: (Work | undefined)[]): void {
    this.pushAll(items);
  }

  private pushAll(items: readonly (Work | undefined)[]): void {
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (item !== undefined) this.work.push(item);
    }
  }

  private bind(names: readonly string[], inside: readonly (Work | undefined)[]): void {
    const add = (delta: number) => () => {
      for (const name of names) this.bound.set(name, (this.bound.get(name) ?? 0) + delta);
    };
    this.pushAll([add(1), ...inside, add(-1)]);
  }

  private visit(expr: Expr): void {
    // The table maps each kind to the visitor of exactly that kind; TypeScript cannot follow the pairing.
    (this.visitors[expr.kind] as (expr: Expr) => void)(expr);
  }

  private readonly visitors: { readonly [K in Expr["kind"]]: (expr: Extract<Expr, { kind: K }>) => void } = {
    int: nothingInside,
    float: nothingInside,
    "search-path": nothingInside,
    "current-position": nothingInside,
    variable: (expr) => this.variable(expr),
    string: ({ parts }) => this.push(...expressions(parts)),
    path: ({ parts }) => this.push(...expressions(parts)),
    select: ({ subject, path, fallback }) => this.push(subject, ...dynamicNames(path), fallback),
    "has-attr": ({ subject, path }) => this.push(subject, ...dynamicNames(path)),
    lambda: (expr) => this.lambda(expr),
    call: (expr) => this.call(expr),
    "index-call": ({ subject, argument, path, fallback }) =>
      this.push(subject, argument, ...dynamicNames(path), fallback),
    let: ({ bindings, body }) => this.recursive(bindings, body),
    attrs: ({ bindings, recursive }) => (recursive ? this.recursive(bindings) : this.plain(bindings)),
    list: ({ items }) => this.pushAll(items),
    with: ({ scope, body }) =>
      this.push(
        scope,
        () => this.withs++,
        body,
        () => this.withs--,
      ),
    if: (expr) => this.push(expr.condition, expr.then, expr.else),
    assert: ({ condition, body }) => this.push(condition, body),
    not: ({ operand }) => this.push(operand),
    negate: ({ operand }) => this.push(operand),
    binary: ({ left, right }) => this.push(left, right),
  };

  private lambda({ formals, parameter, body }: Lambda): void {
    const list = formals?.list ?? [];
    const names = list.map((formal) => formal.name);
    if (parameter !== undefined) names.push(parameter);
    this.bind(names, [...list.map((formal) => formal.fallback), body]);
  }

  private variable({ name, start, end }: Variable): void {
    if ((this.bound.get(name) ?? 0) > 0 || this.withs > 0 || this.unbound.has(name)) return;
    const span = { source: this.source, start, end };
    const error = new NixError("undefined-variable", `undefined variable '${name}'`, span);
    const inScope = [...this.bound].filter(([, count]) => count > 0).map(([known]) => known);
    error.suggestions = nearest(name, inScope);
    this.unbound.set(name, error);
  }

  private call(expr: Call): void {
    const { orDefault } = expr;
    if (orDefault === undefined || (this.bound.get("or") ?? 0) > 0) {
      this.push(expr.fn, ...expr.args);
      return;
    }
    if (this.withs === 0) this.orDefaults.push({ start: expr.start, end: expr.end });
    this.push(orDefault.call, orDefault.fallback);
  }

  private recursive(bindings: Bindings, body?: Expr): void {
    const outer = bindings.list.filter((binding) => binding.from === "outer").map((binding) => binding.value);
    const inner = bindings.list.filter((binding) => binding.from === "plain").map((binding) => binding.value);
    const names = bindings.list.map((binding) => binding.name);
    this.pushAll(outer);
    this.bind(names, [...bindings.inheritFrom, ...inner, ...dynamicParts(bindings), body]);
  }

  private plain(bindings: Bindings): void {
    const values = bindings.list.filter((binding) => typeof binding.from !== "number").map((binding) => binding.value);
    this.pushAll([...values, ...bindings.inheritFrom, ...dynamicParts(bindings)]);
  }
}

function expressions(parts: readonly (string | Expr)[]): readonly Expr[] {
  return parts.filter((part): part is Expr => typeof part !== "string");
}

function dynamicNames(path: AttrPath): readonly Expr[] {
  const names: Expr[] = [];
  for (const step of path) if (step.name === undefined) names.push(step.expr);
  return names;
}

function dynamicParts(bindings: Bindings): readonly Expr[] {
  return bindings.dynamic.flatMap((binding) => [binding.name, binding.value]);
}

const nothingInside = (): undefined => undefined;
