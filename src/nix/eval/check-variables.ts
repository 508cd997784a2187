/**
 * Before anything of a file runs, every variable in it must be bound, or stand under a `with`. Nix
 * reports the first that is not, even in code that would never be evaluated; so do we.
 *
 * The walk keeps its own stack of work, so that no depth of nesting can exhaust JavaScript's.
 */
import type { AttrPath, Bindings, Expr, Variable } from "../syntax/ast.js";
import type { Source } from "../syntax/source.js";
import { nearest } from "./compile/suggest.js";
import { EvalError } from "./errors.js";

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
    return this.orDefaults;
  }

  /** Last pushed is first visited, so children are pushed in reverse order of the text. */
  private push(...items: (Work | undefined)[]): void {
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (item !== undefined) this.work.push(item);
    }
  }

  private bind(names: readonly string[], inside: readonly (Work | undefined)[]): void {
    const add = (delta: number) => () => {
      for (const name of names) this.bound.set(name, (this.bound.get(name) ?? 0) + delta);
    };
    this.push(add(1), ...inside, add(-1));
  }

  private visit(expr: Expr): void {
    switch (expr.kind) {
      case "int":
      case "float":
      case "search-path":
      case "current-position":
        return;
      case "variable":
        return this.variable(expr);
      case "string":
      case "path":
        return this.push(...expr.parts.filter((part): part is Expr => typeof part !== "string"));
      case "select":
        return this.push(expr.subject, ...dynamicNames(expr.path), expr.fallback);
      case "has-attr":
        return this.push(expr.subject, ...dynamicNames(expr.path));
      case "lambda": {
        const names = expr.formals?.list.map((formal) => formal.name) ?? [];
        if (expr.parameter !== undefined) names.push(expr.parameter);
        return this.bind(names, [...(expr.formals?.list.map((formal) => formal.fallback) ?? []), expr.body]);
      }
      case "call":
        return this.call(expr);
      case "index-call":
        return this.push(expr.subject, expr.argument, ...dynamicNames(expr.path), expr.fallback);
      case "let":
        return this.recursive(expr.bindings, expr.body);
      case "attrs":
        return expr.recursive ? this.recursive(expr.bindings) : this.plain(expr.bindings);
      case "list":
        return this.push(...expr.items);
      case "with":
        return this.push(
          expr.scope,
          () => this.withs++,
          expr.body,
          () => this.withs--,
        );
      case "if":
        return this.push(expr.condition, expr.then, expr.else);
      case "assert":
        return this.push(expr.condition, expr.body);
      case "not":
      case "negate":
        return this.push(expr.operand);
      case "binary":
        return this.push(expr.left, expr.right);
    }
  }

  private variable({ name, start, end }: Variable): void {
    if ((this.bound.get(name) ?? 0) > 0 || this.withs > 0) return;
    const span = { source: this.source, start, end };
    const error = new EvalError("undefined-variable", `undefined variable '${name}'`, span);
    const inScope = [...this.bound].filter(([, count]) => count > 0).map(([known]) => known);
    error.suggestions = nearest(name, inScope);
    throw error;
  }

  private call(expr: Extract<Expr, { kind: "call" }>): void {
    const { orDefault } = expr;
    if (orDefault === undefined || (this.bound.get("or") ?? 0) > 0) return this.push(expr.fn, ...expr.args);
    if (this.withs === 0) this.orDefaults.push({ start: expr.start, end: expr.end });
    this.push(orDefault.call, orDefault.fallback);
  }

  private recursive(bindings: Bindings, body?: Expr): void {
    const outer = bindings.list.filter((binding) => binding.from === "outer").map((binding) => binding.value);
    const inner = bindings.list.filter((binding) => binding.from === "plain").map((binding) => binding.value);
    const names = bindings.list.map((binding) => binding.name);
    this.push(...outer);
    this.bind(names, [...bindings.inheritFrom, ...inner, ...dynamicParts(bindings), body]);
  }

  private plain(bindings: Bindings): void {
    const values = bindings.list.filter((binding) => typeof binding.from !== "number").map((binding) => binding.value);
    this.push(...values, ...bindings.inheritFrom, ...dynamicParts(bindings));
  }
}

function dynamicNames(path: AttrPath): readonly Expr[] {
  const names: Expr[] = [];
  for (const step of path) if (step.name === undefined) names.push(step.expr);
  return names;
}

function dynamicParts(bindings: Bindings): readonly Expr[] {
  return bindings.dynamic.flatMap((binding) => [binding.name, binding.value]);
}
