/** Nix values ↔ plain JavaScript data. */
import { Attrs } from "./eval/attrs.js";
import { isUtf8, toBytes, toText } from "./eval/bytes.js";
import { coerceToString, textOf } from "./eval/coerce.js";
import { NixError } from "./eval/errors.js";
import { typeName } from "./eval/expect.js";
import type { Machine } from "./eval/machine.js";
import { force, isInt, isString, NixFloat, NixPath, normalizeInt, type Slot, type Value } from "./eval/value.js";

/** JSON's types, with large integers as `bigint`. */
export type Plain = null | boolean | number | bigint | string | PlainList | PlainObject;
export interface PlainList extends ReadonlyArray<Plain> {}
export interface PlainObject {
  readonly [name: string]: Plain;
}

/** The whole value; errors go through. */
export function toPlain(machine: Machine, slot: Slot): Plain {
  return new PlainReader(machine).read(slot) as Plain;
}

/** One member of a set or list that is being read into `container[key]`. */
export interface Member {
  readonly container: object;
  readonly key: string | number;
  readonly slot: Slot;
}

export class PlainReader {
  private readonly enclosing = new Set<object>();

  constructor(
    private readonly machine: Machine,
    /** What to take for a member that fails to evaluate; without it the error goes through. */
    private readonly recover?: (member: Member, error: NixError) => unknown,
  ) {}

  read(slot: Slot): unknown {
    const value = force(slot);
    if (value instanceof Attrs && !isTextual(value)) return this.within(value, () => this.readAttrs(value));
    if (Array.isArray(value)) return this.within(value, () => this.readList(value));
    return readScalar(this.machine, value);
  }

  private readAttrs(attrs: Attrs): Record<string, unknown> {
    const result = {};
    attrs.names.forEach((name, i) => {
      const member = { container: result, key: toText(name), slot: attrs.values[i] as Slot };
      this.store(member, () => attrs.position(name));
    });
    return result;
  }

  private readList(list: readonly Slot[]): unknown[] {
    const result: unknown[] = [];
    list.forEach((slot, i) => {
      this.store({ container: result, key: i, slot }, () => undefined);
    });
    return result;
  }

  private store(member: Member, place: () => NixError["span"]): void {
    const { container, key, slot } = member;
    const { depth } = this.machine;
    try {
      setProperty(container, key, this.read(slot));
    } catch (error) {
      if (!(error instanceof NixError)) throw error;
      // What is no data is blamed on where it stands; what fails to evaluate knows its own place.
      if (error.code === "not-data") error.span ??= place();
      if (this.recover === undefined) {
        if (typeof key === "string") error.addFrame(`while evaluating the attribute '${toBytes(key)}'`, place());
        throw error;
      }
      this.machine.depth = depth;
      setProperty(container, key, this.recover(member, error));
    }
  }

  private within<T>(value: object, read: () => T): T {
    if (this.enclosing.has(value)) {
      throw new NixError("not-data", "a value that contains itself cannot be written as plain data");
    }
    this.enclosing.add(value);
    try {
      return read();
    } finally {
      this.enclosing.delete(value);
    }
  }
}

/** A set that stands for a string: a derivation, or one that says how. */
function isTextual(attrs: Attrs): boolean {
  return attrs.has("__toString") || attrs.has("outPath");
}

function readScalar(machine: Machine, value: Value): unknown {
  if (value === null || typeof value === "boolean" || isInt(value)) return value;
  if (value instanceof NixFloat) return value.value;
  if (isString(value)) return readText(textOf(value));
  if (value instanceof Attrs) return readText(textOf(coerceToString(machine, value, {})));
  if (value instanceof NixPath) {
    throw new NixError(
      "not-data",
      `the path ${value.path} cannot be written as plain data; for the file's content write \`builtins.readFile\` before it`,
    );
  }
  throw new NixError("not-data", `${typeName(value)} cannot be written as plain data`);
}

function readText(bytes: string): string {
  if (isUtf8(bytes)) return toText(bytes);
  throw new NixError("not-data", "the string is not valid UTF-8, so it cannot be written to a manifest");
}

/** Also for a name like `__proto__`, which an assignment would not make a property of its own. */
export function setProperty(container: object, key: string | number, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    (container as Record<string | number, unknown>)[key] = value;
  }
}

/** Plain data as a Nix value. Attributes that are `undefined` are left out. */
export function fromPlain(data: unknown): Value {
  if (data === null || typeof data === "boolean") return data;
  if (typeof data === "bigint") return normalizeInt(data);
  if (typeof data === "number") return Number.isSafeInteger(data) ? data : new NixFloat(data);
  if (typeof data === "string") return toBytes(data);
  if (Array.isArray(data)) return data.map(fromPlain);
  const entries = Object.entries(data as object).filter(([, value]) => value !== undefined);
  return Attrs.from(entries.map(([name, value]) => [toBytes(name), fromPlain(value)] as const));
}
