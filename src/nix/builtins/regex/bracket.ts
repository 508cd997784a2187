/**
 * Bracket expressions: `[a-z]`, `[^]x-]`, `[[:alpha:]_]`, `[[.hyphen.]]`, `[[=a=]]`. A backslash is an
 * ordinary character in them. Ranges compare bytes as C++ compares `char`: signed, so that bytes above
 * 127 come before all others.
 */
import { type ByteSet, byteSet, invalid } from "./ast.js";
import { collatingName } from "./collating-names.js";

interface Item {
  readonly kind: "char" | "collating" | "equivalence" | "class";
  readonly text: string;
}

type Token = Item | { readonly kind: "end" } | { readonly kind: "dash" };

/** What was read last: a character that a range may begin with, something else, or nothing. */
type Last = { readonly code: number } | "class" | undefined;

/** Reads from behind the opening bracket; `end` is behind the closing one. */
export function parseBracket(pattern: string, start: number): { bytes: ByteSet; end: number } {
  const negated = pattern.charAt(start) === "^";
  const parser = new BracketParser(pattern, negated ? start + 1 : start);
  const { bytes } = parser;
  parser.parse();
  return { bytes: negated ? bytes.map((bit) => 1 - bit) : bytes, end: parser.at };
}

class BracketParser {
  readonly bytes = new Uint8Array(256);
  private isFirst = true;

  constructor(
    private readonly pattern: string,
    public at: number,
  ) {}

  parse(): void {
    let last: Last;
    for (let token = this.next(); token.kind !== "end"; token = this.next()) {
      last = token.kind === "dash" ? this.dash(last) : this.item(token);
      this.isFirst = false;
    }
  }

  private item(token: Item): Last {
    if (token.kind === "char") return this.add(token.text.charCodeAt(0));
    if (token.kind === "collating") return this.add(collatingCode(token.text));
    if (token.kind === "class") this.addAll(classes[token.text.toLowerCase()]);
    else this.addEquivalents(collatingCode(token.text));
    return "class";
  }

  /** Stands for itself at either end; between two characters it makes a range. */
  private dash(last: Last): Last {
    if (this.isFirst) return this.add(dashCode);
    if (this.pattern.charAt(this.at) === "]") return this.add(dashCode);
    if (last === undefined || last === "class") throw invalid();
    const next = this.next();
    if (next.kind === "dash") this.range(last.code, dashCode);
    else if (next.kind === "char") this.range(last.code, next.text.charCodeAt(0));
    else throw invalid();
    return undefined;
  }

  private add(code: number): Last {
    this.bytes[code] = 1;
    return { code };
  }

  private addAll(set: ByteSet | undefined): void {
    if (set === undefined) throw invalid();
    set.forEach((bit, code) => {
      if (bit === 1) this.bytes[code] = 1;
    });
  }

  /** Characters are equivalent when only their case differs. */
  private addEquivalents(code: number): void {
    const character = String.fromCharCode(code);
    this.add(code);
    if (code >= 128) return;
    this.add(character.toLowerCase().charCodeAt(0));
    this.add(character.toUpperCase().charCodeAt(0));
  }

  private range(from: number, to: number): void {
    const [first, last] = [signed(from), signed(to)];
    if (first > last) throw invalid();
    for (let code = first; code <= last; code++) this.bytes[code & 255] = 1;
  }

  private next(): Token {
    const { pattern } = this;
    if (this.at >= pattern.length) throw invalid();
    const character = pattern.charAt(this.at++);
    if (character === "-") return { kind: "dash" };
    if (character === "]" && !this.isFirst) return { kind: "end" };
    if (character !== "[") return { kind: "char", text: character };
    if (this.at >= pattern.length) throw invalid();
    const mark = pattern.charAt(this.at);
    const kind = named[mark];
    return kind === undefined ? { kind: "char", text: character } : { kind, text: this.name(mark) };
  }

  /** `:alpha:]`, with the same mark at both ends. */
  private name(mark: string): string {
    const start = this.at + 1;
    const end = this.pattern.indexOf(mark, start);
    if (end < 0 || this.pattern.charAt(end + 1) !== "]") throw invalid();
    this.at = end + 2;
    return this.pattern.slice(start, end);
  }
}

const dashCode = 45;

const named: Readonly<Record<string, "class" | "collating" | "equivalence">> = {
  ":": "class",
  ".": "collating",
  "=": "equivalence",
};

function signed(code: number): number {
  return code < 128 ? code : code - 256;
}

function collatingCode(name: string): number {
  const code = collatingName(name);
  if (code === undefined) throw invalid();
  return code;
}

function ascii(pattern: RegExp): ByteSet {
  return byteSet((code) => code < 128 && pattern.test(String.fromCharCode(code)));
}

/** In the C locale. `d`, `s` and `w` are an extension of C++. */
const classes: Readonly<Record<string, ByteSet>> = {
  alnum: ascii(/[0-9A-Za-z]/),
  alpha: ascii(/[A-Za-z]/),
  blank: ascii(/[ \t]/),
  cntrl: byteSet((code) => code < 32 || code === 127),
  d: ascii(/[0-9]/),
  digit: ascii(/[0-9]/),
  graph: byteSet((code) => code > 32 && code < 127),
  lower: ascii(/[a-z]/),
  print: byteSet((code) => code >= 32 && code < 127),
  punct: ascii(/[!-/:-@[-`{-~]/),
  s: ascii(/[ \t\n\v\f\r]/),
  space: ascii(/[ \t\n\v\f\r]/),
  upper: ascii(/[A-Z]/),
  w: ascii(/\w/),
  xdigit: ascii(/[0-9A-Fa-f]/),
};
