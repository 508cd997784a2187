/** The four kinds of TOML strings. */
import { toBytes } from "../../eval/bytes.js";
import { TomlError } from "./toml-error.js";

export interface ReadString {
  readonly value: string;
  /** Behind the closing quote. */
  readonly end: number;
}

/** Reads from the opening quote; `lines` tells whether the string may have line breaks. */
export function readString(text: string, start: number, lines: boolean): ReadString {
  const quote = text.charAt(start);
  const reader = new StringReader(text, start, quote);
  if (lines && text.startsWith(quote.repeat(3), start)) return reader.readLines();
  return reader.readLine();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: TOML forbids them
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/;

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};

class StringReader {
  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly quote: string,
  ) {}

  readLine(): ReadString {
    const end = this.findQuotes(this.start + 1, 1);
    const raw = this.text.slice(this.start + 1, end);
    if (raw.includes("\n")) throw this.error("unterminated string");
    return { value: this.decode(raw), end: end + 1 };
  }

  /** A line break right after the opening quotes does not count. */
  readLines(): ReadString {
    const start = this.start + 3 + (/^\r?\n/.exec(this.text.slice(this.start + 3, this.start + 5))?.[0].length ?? 0);
    const found = this.findQuotes(start, 3);
    // Up to two more quotes may stand right before the closing three.
    const end = found + Math.min(this.quotesAt(found) - 3, 2);
    return { value: this.decode(this.text.slice(start, end)), end: end + 3 };
  }

  /** Where at least `count` quotes stand together, none of them escaped. */
  private findQuotes(start: number, count: number): number {
    const stop = this.quote === "'" ? /'/g : /["\\]/g;
    let at = start;
    while (true) {
      stop.lastIndex = at;
      if (!stop.test(this.text)) throw this.error("unterminated string");
      at = stop.lastIndex - 1;
      const run = this.quotesAt(at);
      if (run >= count) return at;
      at += run === 0 ? 2 : run;
    }
  }

  private quotesAt(start: number): number {
    let end = start;
    while (this.text.charAt(end) === this.quote) end++;
    return end - start;
  }

  private decode(raw: string): string {
    if (controls.test(raw)) throw this.error("control character in a string");
    if (this.quote === "'" || !raw.includes("\\")) return raw;
    return raw.replace(/\\([ \t]*\r?\n[ \t\r\n]*|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/gs, (_, name: string) =>
      this.unescape(name),
    );
  }

  private unescape(name: string): string {
    if (/^[uU]./s.test(name)) return this.character(Number.parseInt(name.slice(1), 16));
    // A backslash at the end of a line joins it with the next text.
    if (/^[ \t]*\r?\n/.test(name)) return "";
    const meaning = escapes[name];
    if (meaning === undefined) throw this.error("invalid escape in a string");
    return meaning;
  }

  private character(code: number): string {
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw this.error("invalid Unicode character in a string");
    return toBytes(String.fromCodePoint(code));
  }

  private error(problem: string): TomlError {
    return new TomlError(problem, this.text, this.start);
  }
}
