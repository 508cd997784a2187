/** Nix values → XML, as `toXML` and `nix-instantiate --xml` write it. */
import { Attrs } from "../../eval/attrs.js";
import { concatContext, contextOf, textOf } from "../../eval/coerce.js";
import { isDerivation } from "../../eval/equality.js";
import type { Machine } from "../../eval/machine.js";
import { printFloat } from "../../eval/print.js";
import {
  Closure,
  type Context,
  force,
  isInt,
  isList,
  isString,
  NixFloat,
  NixPath,
  type Slot,
  Thunk,
} from "../../eval/value.js";
import type { Span } from "../../syntax/source.js";
import { XmlWriter } from "./writer.js";

export interface XmlOptions {
  /** Whether to compute everything; otherwise what is not computed yet is shown as such. */
  readonly strict: boolean;
  /** Whether to tell where attributes and functions were written. */
  readonly location: boolean;
}

export interface Xml {
  /** A byte string. */
  readonly text: string;
  readonly context: Context;
}

export function toXml(machine: Machine, slot: Slot, options: XmlOptions): Xml {
  const serializer = new Serializer(machine, options);
  serializer.document(slot);
  return { text: serializer.writer.toString(), context: serializer.context };
}

class Serializer {
  readonly writer = new XmlWriter();
  context: Context = new Set();
  /** Derivations that have been written out. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly machine: Machine,
    private readonly options: XmlOptions,
  ) {}

  document(slot: Slot): void {
    this.writer.element("expr", {}, () => this.value(slot));
  }

  private value(slot: Slot): void {
    const value = this.options.strict ? force(slot) : slot instanceof Thunk ? slot.peek() : slot;
    const { writer } = this;
    if (value === undefined) writer.element("unevaluated", {});
    else if (value === null) writer.element("null", {});
    else if (typeof value === "boolean") writer.element("bool", { value: String(value) });
    else if (isInt(value)) writer.element("int", { value: String(value) });
    else if (value instanceof NixFloat) writer.element("float", { value: printFloat(value.value) });
    else if (value instanceof NixPath) writer.element("path", { value: value.path });
    else if (isString(value)) {
      this.context = concatContext(this.context, contextOf(value));
      writer.element("string", { value: textOf(value) });
    } else if (isList(value))
      this.nested("list", {}, () => {
        for (const element of value) this.value(element);
      });
    else if (value instanceof Attrs) this.set(value);
    else if (value instanceof Closure) this.closure(value);
    else writer.element("unevaluated", {});
  }

  /** Nesting counts as calling does, so that what is nested without end fails as recursion does. */
  private nested(name: string, attributes: Readonly<Record<string, string>>, content: () => void): void {
    this.machine.enter();
    this.writer.element(name, attributes, content);
    this.machine.depth--;
  }

  private set(attrs: Attrs): void {
    if (!isDerivation(attrs)) {
      this.nested("attrs", {}, () => this.attributes(attrs));
      return;
    }
    const drvPath = this.text(attrs.get("drvPath"));
    const outPath = this.text(attrs.get("outPath"));
    const paths = { ...(drvPath !== undefined && { drvPath }), ...(outPath !== undefined && { outPath }) };
    this.nested("derivation", paths, () => {
      if (!drvPath || this.seen.has(drvPath)) {
        this.writer.element("repeated", {});
        return;
      }
      this.seen.add(drvPath);
      this.attributes(attrs);
    });
  }

  private text(slot: Slot | undefined): string | undefined {
    if (slot === undefined) return undefined;
    const value = this.options.strict ? force(slot) : slot instanceof Thunk ? slot.peek() : slot;
    return value !== undefined && isString(value) ? textOf(value) : undefined;
  }

  private attributes(attrs: Attrs): void {
    attrs.names.forEach((name, i) => {
      const place = this.place(attrs.position(name));
      this.writer.element("attr", { name, ...place }, () => this.value(attrs.values[i] as Slot));
    });
  }

  private place(span: (Span & { readonly pathStart?: number }) | undefined): Readonly<Record<string, string>> {
    if (!this.options.location || span === undefined) return {};
    const { line, column } = span.source.position(span.pathStart ?? span.start);
    const path = span.source.isFile ? { path: span.source.name } : {};
    return { ...path, line: String(line), column: String(column) };
  }

  private closure({ code }: Closure): void {
    this.writer.element("function", this.place(code.span), () => {
      const parameter = code.parameter === undefined ? {} : { name: code.parameter };
      if (code.formals === undefined) {
        this.writer.element("varpat", parameter);
        return;
      }
      const names = code.formals.map(({ name }) => name).sort();
      this.writer.element("attrspat", { ...parameter, ...(code.ellipsis && { ellipsis: "1" }) }, () => {
        for (const name of names) this.writer.element("attr", { name });
      });
    });
  }
}
