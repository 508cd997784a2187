/**
 * Prints a syntax tree as `nix-instantiate --parse` of Nix 2.8 does, which shows what Nix made of a text:
 * operators as the calls they stand for, nested calls flattened, attributes sorted. It differs in that
 * the pieces Nix makes of a `''` string are one text here.
 */
import type { AttrName, AttrPath, Binding, Bindings, DynamicBinding, Expr, Formals, Lambda } from "./ast.js";
import { isBareName } from "./identifier.js";

export interface PrintOptions {
  /** The absolute path that the first piece of a path literal stands for. Without it, paths stay as written. */
  readonly resolvePath?: (written: string) => string;
}

/** Prints an expression in Nix's notation for what it parsed. */
export function print(expr: Expr, options: PrintOptions = {}): string {
  return new Printer(options).expr(expr);
}

/** Operators that Nix's parser makes calls of; those it negates are `>=` and `<=`. */
const calls: Readonly<Record<string, { readonly fn: string; readonly swap?: boolean; readonly negate?: boolean }>> = {
  "-": { fn: "__sub" },
  "*": { fn: "__mul" },
  "/": { fn: "__div" },
  "<": { fn: "__lessThan" },
  ">": { fn: "__lessThan", swap: true },
  "<=": { fn: "__lessThan", swap: true, negate: true },
  ">=": { fn: "__lessThan", negate: true },
};

class Printer {
  constructor(private readonly options: PrintOptions) {}

  expr(expr: Expr): string {
    const call = this.call(expr);
    if (call !== undefined) return `(${call.join(" ")})`;
    switch (expr.kind) {
      case "int":
        return String(expr.value);
      case "float":
        return showFloat(expr.value);
      case "string":
        return this.text(expr.parts);
      case "path":
        return this.path(expr.parts);
      case "variable":
        return expr.name;
      case "current-position":
        return "__curPos";
      case "select":
        return `(${this.expr(expr.subject)}).${this.attrPath(expr.path)}${expr.fallback ? ` or (${this.expr(expr.fallback)})` : ""}`;
      case "has-attr":
        return `((${this.expr(expr.subject)}) ? ${this.attrPath(expr.path)})`;
      case "lambda":
        return this.lambda(expr);
      case "let":
        return `(let ${this.bindings(expr.bindings)}in ${this.expr(expr.body)})`;
      case "attrs":
        return `${expr.recursive ? "rec " : ""}{ ${this.bindings(expr.bindings)}}`;
      case "list":
        return `[ ${expr.items.map((item) => `(${this.expr(item)}) `).join("")}]`;
      case "with":
        return `(with ${this.expr(expr.scope)}; ${this.expr(expr.body)})`;
      case "if":
        return `(if ${this.expr(expr.condition)} then ${this.expr(expr.then)} else ${this.expr(expr.else)})`;
      case "assert":
        return `assert ${this.expr(expr.condition)}; ${this.expr(expr.body)}`;
      case "not":
        return `(! ${this.expr(expr.operand)})`;
      case "binary":
        return this.binary(expr.operator, expr.left, expr.right);
      default:
        throw new Error(`${expr.kind} is a call`);
    }
  }

  /** Function and arguments of what is a call to Nix. */
  private call(expr: Expr): string[] | undefined {
    switch (expr.kind) {
      case "call":
        return [...this.callee(expr.fn, expr.args[0]), ...expr.args.map((arg) => this.expr(arg))];
      case "index-call":
        return [...this.callee(expr.subject, expr.argument), this.expr(expr.argument)];
      case "search-path":
        return ["__findFile", "__nixPath", showText(expr.path)];
      case "negate":
        return ["__sub", "0", this.expr(expr.operand)];
      case "binary": {
        const called = calls[expr.operator];
        return called === undefined || called.negate
          ? undefined
          : this.calledOperator(expr.operator, expr.left, expr.right);
      }
      default:
        return undefined;
    }
  }

  /** Nix makes one call of `(f x) y`, but not of `(f x) or`. */
  private callee(fn: Expr, argument: Expr | undefined): string[] {
    const isOr = argument?.kind === "variable" && argument.name === "or";
    return (isOr ? undefined : this.call(fn)) ?? [this.expr(fn)];
  }

  private calledOperator(operator: string, left: Expr, right: Expr): string[] {
    const { fn, swap } = calls[operator] as { fn: string; swap?: boolean };
    const [first, second] = swap ? [right, left] : [left, right];
    return [fn, this.expr(first), this.expr(second)];
  }

  private binary(operator: string, left: Expr, right: Expr): string {
    if (operator in calls) return `(! (${this.calledOperator(operator, left, right).join(" ")}))`;
    return `(${this.expr(left)} ${operator} ${this.expr(right)})`;
  }

  private text(parts: readonly (string | Expr)[]): string {
    const shown = parts.map((part) => (typeof part === "string" ? showText(part) : this.expr(part)));
    const plain = parts.length === 0 || (parts.length === 1 && typeof parts[0] === "string");
    return plain ? (shown[0] ?? '""') : `(${shown.join(" + ")})`;
  }

  private path([first, ...rest]: readonly [string, ...(string | Expr)[]]): string {
    const start = this.options.resolvePath?.(first) ?? first;
    if (rest.length === 0) return start;
    return `(${[start, ...rest.map((part) => (typeof part === "string" ? showText(part) : this.expr(part)))].join(" + ")})`;
  }

  private attrPath(path: AttrPath): string {
    return path.map((step) => this.attrName(step)).join(".");
  }

  private attrName(step: AttrName): string {
    return step.name === undefined ? `"\${${this.expr(step.expr)}}"` : showName(step.name);
  }

  private lambda({ parameter, formals, body }: Lambda): string {
    const head = [formals && this.formals(formals), parameter].filter((part) => part !== undefined).join(" @ ");
    return `(${head}: ${this.expr(body)})`;
  }

  private formals({ list, ellipsis }: Formals): string {
    const shown = list.map(({ name, fallback }) => (fallback ? `${name} ? ${this.expr(fallback)}` : name));
    if (ellipsis) shown.push("...");
    return `{ ${shown.join(", ")} }`;
  }

  private bindings({ list, dynamic, inheritFrom }: Bindings): string {
    const sorted = list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const named = sorted.map((binding) => this.binding(binding, inheritFrom));
    return [...named, ...dynamic.map((binding) => this.dynamicBinding(binding))].join("");
  }

  private binding({ name, value, from }: Binding, inheritFrom: readonly Expr[]): string {
    if (from === "outer") return `inherit ${showName(name)} ; `;
    const shown = from === "plain" ? this.expr(value) : `(${this.expr(inheritFrom[from] as Expr)}).${showName(name)}`;
    return `${showName(name)} = ${shown}; `;
  }

  private dynamicBinding({ name, value }: DynamicBinding): string {
    return `"\${${this.expr(name)}}" = ${this.expr(value)}; `;
  }
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function showName(name: string): string {
  return isBareName(name) ? name : showText(name);
}

function showText(text: string): string {
  return `"${text.replace(/["\\\n\r\t$]/g, (special) => escapes[special] ?? `\\${special}`)}"`;
}

/** C's `%g`. */
function showFloat(value: number): string {
  const [digits = "", exponent = "0"] = value.toExponential(5).split("e");
  const power = Number(exponent);
  const trim = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  if (power >= -4 && power < 6) return trim(value.toFixed(5 - power));
  return `${trim(digits)}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
