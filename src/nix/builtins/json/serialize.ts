/**
 * Nix values → JSON, as `toJSON` writes it: no white space, names in byte order, paths copied to the
 * store, sets that can be strings as strings.
 */
import { Attrs } from "../../eval/attrs.js";
import { call1 } from "../../eval/call.js";
import { coerceToString, concatContext, contextOf, textOf } from "../../eval/coerce.js";
import { NixError } from "../../eval/errors.js";
import { typeName } from "../../eval/expect.js";
import type { Machine } from "../../eval/machine.js";
import {
  type Context,
  force,
  isInt,
  isList,
  NixFloat,
  type NixList,
  NixPath,
  NixString,
  type Slot,
} from "../../eval/value.js";
import { findInvalidUtf8 } from "../utf8.js";
import { printJsonFloat } from "./float.js";

export interface Json {
  /** A byte string. */
  readonly text: string;
  readonly context: Context;
}

export interface JsonOptions {
  /** Whether a path becomes a store path, as in `toJSON`, or stays where it is. */
  readonly copyToStore: boolean;
}

export function toJson(machine: Machine, slot: Slot, { copyToStore }: JsonOptions): Json {
  const serializer = new Serializer(machine, copyToStore);
  const text = serializer.value(slot);
  return { text, context: serializer.context };
}

class Serializer {
  context: Context = new Set();

  constructor(
    private readonly machine: Machine,
    private readonly copyToStore: boolean,
  ) {}

  value(slot: Slot): string {
    const value = force(slot);
    if (typeof value === "string") return quote(value);
    if (value === null || typeof value === "boolean" || isInt(value)) return String(value);
    if (value instanceof NixString) return this.string(value);
    if (value instanceof Attrs) return this.nested(() => this.attrs(value));
    if (isList(value)) return this.nested(() => this.list(value));
    if (value instanceof NixFloat) return printJsonFloat(value.value);
    if (value instanceof NixPath) return this.path(value);
    throw new NixError("type", `cannot convert ${typeName(value)} to JSON`);
  }

  /** Nesting counts as calling does, so that what is nested without end fails as recursion does. */
  private nested(serialize: () => string): string {
    this.machine.enter();
    const text = serialize();
    this.machine.depth--;
    return text;
  }

  private string(string: string | NixString): string {
    this.context = concatContext(this.context, contextOf(string));
    return quote(textOf(string));
  }

  private path({ path }: NixPath): string {
    return this.copyToStore ? this.string(this.machine.copyToStore(path)) : quote(path);
  }

  private list(list: NixList): string {
    let text = "";
    for (const element of list) text += text === "" ? this.value(element) : `,${this.value(element)}`;
    return `[${text}]`;
  }

  private attrs(attrs: Attrs): string {
    const convert = attrs.get("__toString");
    if (convert !== undefined) {
      return this.string(coerceToString(this.machine, call1(this.machine, force(convert), attrs), {}));
    }
    const outPath = attrs.get("outPath");
    if (outPath !== undefined) return this.value(outPath);
    let text = "";
    attrs.names.forEach((name, i) => {
      text += `${text === "" ? "" : ","}${quote(name)}:${this.attribute(attrs, name, i)}`;
    });
    return `{${text}}`;
  }

  private attribute(attrs: Attrs, name: string, index: number): string {
    try {
      return this.value(attrs.values[index] as Slot);
    } catch (error) {
      if (error instanceof NixError) error.addFrame(`while evaluating attribute '${name}'`, attrs.position(name));
      throw error;
    }
  }
}

/** A byte string is not UTF-16, but what JSON escapes is ASCII, and the rest stays as it is. */
function quote(text: string): string {
  const problem = findInvalidUtf8(text);
  if (problem === undefined) return JSON.stringify(text);
  const { index, byte, incomplete } = problem;
  const hex = `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  throw new NixError(
    "value",
    `JSON serialization error: [json.exception.type_error.316] ${
      incomplete ? `incomplete UTF-8 string; last byte: ${hex}` : `invalid UTF-8 byte at index ${index}: ${hex}`
    }`,
  );
}
