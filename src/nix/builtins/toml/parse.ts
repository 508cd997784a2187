/** TOML 1.0: documents, keys, arrays and inline tables. */
import { findInvalidUtf8 } from "../utf8.js";
import { TomlArray, TomlConflict, TomlTable, type TomlValue } from "./document.js";
import { barePattern, parseScalar } from "./scalars.js";
import { readString } from "./strings.js";
import { TomlError } from "./toml-error.js";

/** Throws a `TomlError`. */
export function parseToml(text: string): TomlTable {
  const problem = findInvalidUtf8(text);
  if (problem !== undefined) throw new TomlError("invalid UTF-8", text, problem.index);
  return new TomlParser(text).document();
}

/** Deeper than anyone writes; what nests deeper would exhaust the stack. */
const maxNesting = 1000;

const barekey = /[A-Za-z0-9_-]+/y;
const space = /[ \t]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: TOML forbids them
const comment = /#[^\n\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*/y;
const lineEnd = /\r?\n/y;

class TomlParser {
  private at = 0;
  private nesting = 0;

  constructor(private readonly text: string) {}

  document(): TomlTable {
    const root = new TomlTable("implicit");
    let table = root;
    for (this.skipLines(); this.at < this.text.length; this.skipLines()) {
      if (this.accept("[[")) table = this.define(() => root.arrayHeader(this.path("]]")));
      else if (this.accept("[")) table = this.define(() => root.header(this.path("]")));
      else this.member(table);
      this.read(space);
      this.read(comment);
      if (this.at < this.text.length && this.read(lineEnd) === "") throw this.error("expected the end of the line");
    }
    return root;
  }

  /** Runs what may clash with an earlier definition. */
  private define<T>(action: () => T): T {
    const start = this.at;
    try {
      return action();
    } catch (error) {
      if (error instanceof TomlConflict) throw new TomlError(error.message, this.text, start);
      throw error;
    }
  }

  /** `a.b.c = value` */
  private member(table: TomlTable): void {
    this.define(() => {
      const path = this.path("=");
      table.set(path, this.value());
    });
  }

  private path(end: string): readonly string[] {
    const names: string[] = [];
    do names.push(this.key());
    while (this.accept("."));
    this.expect(end);
    return names;
  }

  /** One part of a path, with the white space around it. */
  private key(): string {
    this.read(space);
    const quoted = /["']/.test(this.text.charAt(this.at));
    const name = quoted ? this.string(false) : this.read(barekey);
    if (!quoted && name === "") throw this.error("expected a key");
    this.read(space);
    return name;
  }

  private value(): TomlValue {
    this.read(space);
    const character = this.text.charAt(this.at);
    if (character === '"' || character === "'") return this.string(true);
    if (character === "[") return this.nested(() => this.array());
    if (character === "{") return this.nested(() => this.inlineTable());
    const start = this.at;
    const value = parseScalar(this.read(barePattern));
    if (value !== undefined) return value;
    throw new TomlError("expected a value", this.text, start);
  }

  private nested<T>(read: () => T): T {
    if (++this.nesting > maxNesting) throw this.error("nested too deeply");
    this.at++;
    const value = read();
    this.nesting--;
    return value;
  }

  private array(): TomlArray {
    const items: TomlValue[] = [];
    for (this.skipLines(); !this.accept("]"); this.skipLines()) {
      items.push(this.value());
      this.skipLines();
      if (this.accept(",")) continue;
      this.expect("]");
      break;
    }
    return new TomlArray(items, false);
  }

  /** All on one line, without a comma at the end. */
  private inlineTable(): TomlTable {
    const table = new TomlTable("dotted");
    this.read(space);
    if (this.accept("}")) return table.close();
    do this.member(table);
    while (this.acceptSpaced(","));
    this.expect("}");
    return table.close();
  }

  private string(lines: boolean): string {
    const { value, end } = readString(this.text, this.at, lines);
    this.at = end;
    return value;
  }

  /** White space, comments and line breaks. */
  private skipLines(): void {
    do {
      this.read(space);
      this.read(comment);
    } while (this.read(lineEnd) !== "");
  }

  private read(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.text)?.[0] ?? "";
    this.at += text.length;
    return text;
  }

  private accept(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private acceptSpaced(text: string): boolean {
    this.read(space);
    return this.accept(text);
  }

  private expect(text: string): void {
    if (!this.acceptSpaced(text)) throw this.error(`expected '${text}'`);
  }

  private error(problem: string): TomlError {
    return new TomlError(problem, this.text, this.at);
  }
}
