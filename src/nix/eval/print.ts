/**
 * Printing values as Nix source. Two audiences: `nix-instantiate --eval` (everything, `<CODE>` for what
 * is not evaluated) and error messages (cropped, `«thunk»`). Nothing is forced here.
 */
import { Attrs } from "./attrs.js";
import { toExponential, toFixed } from "./rounding.js";
import { Closure, isInt, NixFloat, NixPath, NixString, PartialPrimOp, PrimOp, type Slot, Thunk } from "./value.js";

export interface PrintStyle {
  readonly thunk: string;
  readonly lambda: (closure: Closure) => string;
  readonly primOp: (name: string) => string;
  readonly partial: (name: string) => string;
  readonly maxItems: number;
  readonly maxAttrs: number;
  readonly maxString: number;
  readonly maxDepth: number;
}

const unlimited = Number.POSITIVE_INFINITY;

/** What `nix-instantiate --eval` prints. */
export const evalStyle: PrintStyle = {
  thunk: "<CODE>",
  lambda: () => "<LAMBDA>",
  primOp: () => "<PRIMOP>",
  partial: () => "<PRIMOP-APP>",
  maxItems: unlimited,
  maxAttrs: unlimited,
  maxString: unlimited,
  maxDepth: unlimited,
};

/** What Nix's error messages quote. */
export const errorStyle: PrintStyle = {
  thunk: guillemets("thunk"),
  lambda: (closure) =>
    guillemets(`lambda${closure.code.name === undefined ? "" : ` ${closure.code.name}`}${placeOf(closure)}`),
  primOp: (name) => guillemets(`primop ${name}`),
  partial: (name) => guillemets(`partially applied primop ${name}`),
  maxItems: 10,
  maxAttrs: 10,
  maxString: 1024,
  maxDepth: 10,
};

function placeOf(closure: Closure): string {
  const { source, start } = closure.code.span;
  const { line, column } = source.position(start);
  return ` @ ${source.isFile ? source.name : guillemets(source.name)}:${line}:${column}`;
}

export function printValue(slot: Slot, style: PrintStyle = evalStyle): string {
  return new Printer(style).print(slot, 0);
}

export function printForError(slot: Slot): string {
  return printValue(slot, errorStyle);
}

class Printer {
  private readonly seen = new Set<object>();

  constructor(private readonly style: PrintStyle) {}

  print(slot: Slot, depth: number): string {
    const value = slot instanceof Thunk ? slot.peek() : slot;
    if (value === undefined) return this.style.thunk;
    if (value === null) return "null";
    if (typeof value === "boolean" || isInt(value)) return String(value);
    if (typeof value === "string") return this.string(value);
    if (value instanceof NixString) return this.string(value.text);
    if (value instanceof NixPath) return value.path;
    if (value instanceof NixFloat) return printFloat(value.value);
    if (value instanceof Attrs) return this.attrs(value, depth);
    if (value instanceof Closure) return this.style.lambda(value);
    if (value instanceof PrimOp) return this.style.primOp(value.builtin.name);
    if (value instanceof PartialPrimOp) return this.style.partial(value.builtin.name);
    return this.list(value, slot, depth);
  }

  private string(text: string): string {
    const { maxString } = this.style;
    if (text.length <= maxString) return quote(text);
    return `${quote(text.slice(0, maxString))} ${elided(text.length - maxString, "byte")}`;
  }

  private attrs(attrs: Attrs, depth: number): string {
    if (attrs.size === 0) return "{ }";
    if (this.seen.has(attrs)) return guillemets("repeated");
    this.seen.add(attrs);
    if (depth >= this.style.maxDepth) return "{ ... }";
    const shown = attrs.names.slice(0, this.style.maxAttrs);
    const parts = shown.map((name, i) => `${printName(name)} = ${this.print(attrs.values[i] as Slot, depth + 1)};`);
    if (attrs.size > shown.length) parts.push(elided(attrs.size - shown.length, "attribute"));
    return `{ ${parts.join(" ")} }`;
  }

  private list(list: readonly Slot[], slot: Slot, depth: number): string {
    if (list.length === 0) return "[ ]";
    // Nix keeps the elements of a short list in the place that holds it, so it repeats only with its place.
    const identity = list.length <= shortList ? (slot as object) : list;
    if (this.seen.has(identity)) return guillemets("repeated");
    this.seen.add(identity);
    if (depth >= this.style.maxDepth) return "[ ... ]";
    const shown = list.length > this.style.maxItems ? list.slice(0, this.style.maxItems) : list;
    const parts = shown.map((item) => this.print(item, depth + 1));
    if (list.length > shown.length) parts.push(elided(list.length - shown.length, "item"));
    return `[ ${parts.join(" ")} ]`;
  }
}

/** Lists up to this length are values of their own wherever they stand, not references. */
export const shortList = 2;

function elided(count: number, noun: string): string {
  return guillemets(`${count} ${noun}${count === 1 ? "" : "s"} elided`);
}

/** What is not Nix source stands in « and », here as bytes like all output of the evaluator. */
function guillemets(text: string): string {
  return `\xc2\xab${text}\xc2\xbb`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A Nix string literal. */
export function quote(text: string): string {
  const escaped = text.replace(/["\\\n\r\t]/g, (c) => escapes[c] as string);
  return `"${escaped.replaceAll("${", "\\${")}"`;
}

const keywords = new Set(["if", "then", "else", "assert", "with", "let", "in", "rec", "inherit"]);

/** An attribute name as it would be written: quoted when it is not an identifier. */
export function printName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) && !keywords.has(name) ? name : quote(name);
}

/** As C++ streams print a double: six significant digits, `%g`. */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [mantissa = "", exponent = "0"] = toExponential(value, 5).split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 6) {
    const digits = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
    return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const fixed = toFixed(value, 5 - power);
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}
