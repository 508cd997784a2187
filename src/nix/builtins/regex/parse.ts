/**
 * Pattern → tree, accepting exactly what `std::regex::extended` accepts in strict mode: a backslash may
 * escape special characters only, there are no back-references, `*` needs something to repeat, and a
 * branch may be empty.
 */
import { byteSet, invalid, type Regex, RegexError } from "./ast.js";
import { parseBracket } from "./bracket.js";

export interface ParsedRegex {
  readonly tree: Regex;
  /** How many groups there are; they count from 1, by opening parenthesis. */
  readonly groups: number;
}

export function parseRegex(pattern: string): ParsedRegex {
  const parser = new RegexParser(pattern);
  const tree = parser.alternatives();
  if (!parser.atEnd) throw invalid();
  return { tree, groups: parser.groups };
}

const special = ".[\\()*+?{|^$";
/** Deeper than anyone writes; what nests deeper would exhaust the stack. */
const maxNesting = 1000;
/** `.` matches all that a Nix string can hold. */
const anything: Regex = { kind: "bytes", bytes: byteSet((code) => code !== 0) };
const unlimited = Number.POSITIVE_INFINITY;

class RegexParser {
  groups = 0;
  private at = 0;
  private nesting = 0;

  constructor(private readonly pattern: string) {}

  get atEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  private get ahead(): string {
    return this.pattern.charAt(this.at);
  }

  private accept(character: string): boolean {
    if (this.ahead !== character) return false;
    this.at++;
    return true;
  }

  alternatives(): Regex {
    let tree = this.branch();
    while (this.accept("|")) tree = { kind: "either", left: tree, right: this.branch() };
    return tree;
  }

  private branch(): Regex {
    const items: Regex[] = [];
    for (let item = this.item(); item !== undefined; item = this.item()) items.push(item);
    return items.length === 1 ? (items[0] as Regex) : { kind: "sequence", items };
  }

  /** `undefined` where a branch ends, and at what cannot stand here. */
  private item(): Regex | undefined {
    if (this.atEnd) return undefined;
    if (this.accept("^")) return { kind: "line-begin" };
    if (this.accept("$")) return { kind: "line-end" };
    const atom = this.atom();
    return atom === undefined ? undefined : this.quantified(atom);
  }

  private atom(): Regex | undefined {
    const character = this.ahead;
    if (!special.includes(character)) return this.literal();
    if (this.accept(".")) return anything;
    if (this.accept("(")) return this.group();
    if (this.accept("[")) return this.bracket();
    if (!this.accept("\\")) return undefined;
    if (this.atEnd || !special.includes(this.ahead)) throw invalid();
    return this.literal();
  }

  private literal(): Regex {
    const literal = this.pattern.charCodeAt(this.at++);
    return { kind: "bytes", bytes: byteSet((code) => code === literal) };
  }

  private bracket(): Regex {
    const { bytes, end } = parseBracket(this.pattern, this.at);
    this.at = end;
    return { kind: "bytes", bytes };
  }

  private group(): Regex {
    if (++this.nesting > maxNesting) throw new RegexError("too-large");
    const index = ++this.groups;
    const body = this.alternatives();
    if (!this.accept(")")) throw invalid();
    this.nesting--;
    return { kind: "group", index, body };
  }

  /** Quantifiers may follow each other: `a*{2}`. */
  private quantified(atom: Regex): Regex {
    let body = atom;
    for (let depth = 0; ; depth++) {
      if (depth > maxNesting) throw new RegexError("too-large");
      if (this.accept("*")) body = { kind: "repeat", body, min: 0, max: unlimited };
      else if (this.accept("+")) body = { kind: "repeat", body, min: 1, max: unlimited };
      else if (this.accept("?")) body = { kind: "repeat", body, min: 0, max: 1 };
      else if (this.accept("{")) body = { kind: "repeat", body, ...this.interval() };
      else return body;
    }
  }

  /** `3}`, `3,}`, `3,7}` */
  private interval(): { min: number; max: number } {
    const match = /^([0-9]+)(?:(,)([0-9]*))?\}/.exec(this.pattern.slice(this.at, this.at + 64));
    if (match === null) throw invalid();
    this.at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === "" ? unlimited : Number(match[3]);
    if (max < min) throw invalid();
    return { min, max };
  }
}
