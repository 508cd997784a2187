/**
 * One pass over the bytes of a source, one token at a time, driven by the parser: inside strings and
 * paths the parser asks for the next piece in that mode, so there is no stack of modes as in Nix's
 * generated lexer.
 *
 * Nix's lexer takes the longest match, and its paths and URLs may begin with a letter, digit, dot, plus
 * or minus: `a/b` is one path and `x:x` one URL. A token that begins with such a character is therefore
 * a path or URL if the run of path characters it begins is followed by a slash or colon. The end of the
 * last run is remembered, so that `a.b.c.d` scans its run once and not once per name.
 */
import { blank, classes, digit, identifierPart, identifierStart, pathCharacter, uriCharacter } from "./characters.js";
import type { Source } from "./source.js";
import { NixSyntaxError } from "./syntax-error.js";
import { keywordsByInitial, symbolsByInitial, Token } from "./tokens.js";

const code = (character: string): number => character.charCodeAt(0);
const lineFeed = code("\n");
const carriageReturn = code("\r");
const space = code(" ");
const quote = code('"');
const hash = code("#");
const dollar = code("$");
const apostrophe = code("'");
const plus = code("+");
const minus = code("-");
const dot = code(".");
const slash = code("/");
const zero = code("0");
const colon = code(":");
const less = code("<");
const greater = code(">");
const backslash = code("\\");
const openBrace = code("{");
const tilde = code("~");
const star = code("*");
const upperE = code("E");
const lowerE = code("e");

export class Lexer {
  /** The current token: its kind and where its text starts and ends. */
  kind: Token = Token.endOfFile;
  start = 0;
  end = 0;
  /** Where the token before it ended. */
  previousEnd = 0;
  /** Whether the piece of string just read holds backslashes or carriage returns, which stand for others. */
  escaped = false;

  private readonly text: string;
  private readonly length: number;
  private readonly hasNul: boolean;
  private markedKind: Token = Token.endOfFile;
  private markedStart = 0;
  private markedEnd = 0;
  private markedPreviousEnd = 0;
  private runStart = 0;
  private runEnd = -1;

  constructor(readonly source: Source) {
    this.text = source.text;
    this.length = source.text.length;
    this.hasNul = source.text.includes("\0");
  }

  /** Goes to a place in the text between tokens; `next` reads the token behind it. */
  seek(offset: number): void {
    this.kind = Token.endOfFile;
    this.start = offset;
    this.end = offset;
    this.previousEnd = offset;
  }

  /** Remembers the current token, for one `reset` after looking ahead. */
  mark(): void {
    this.markedKind = this.kind;
    this.markedStart = this.start;
    this.markedEnd = this.end;
    this.markedPreviousEnd = this.previousEnd;
  }

  reset(): void {
    this.kind = this.markedKind;
    this.start = this.markedStart;
    this.end = this.markedEnd;
    this.previousEnd = this.markedPreviousEnd;
  }

  /** Reads the token after the current one. */
  next(): void {
    this.previousEnd = this.end;
    const at = this.skipBlanks(this.end);
    this.start = at;
    if (at >= this.length) {
      this.set(Token.endOfFile, this.length);
      return;
    }
    const c = this.text.charCodeAt(at);
    const class_ = classes[c] as number;
    if (class_ & identifierStart) this.word(at);
    else if (class_ & digit) this.number(at);
    else this.symbol(at, c);
  }

  /** The byte after the current token and any blanks and comments; -1 at the end of the file. */
  peek(): number {
    const at = this.skipBlanks(this.end);
    return at < this.length ? this.text.charCodeAt(at) : -1;
  }

  /** The text of the current token. */
  slice(): string {
    return this.text.slice(this.start, this.end);
  }

  private atEnd(): void {
    this.start = this.length;
    this.set(Token.endOfFile, this.length);
  }

  private set(kind: Token, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  /** Steps over whitespace and comments. An unclosed comment is left for `symbol` to choke on, as in Nix. */
  private skipBlanks(from: number): number {
    const { text, length } = this;
    let at = from;
    while (at < length) {
      const c = text.charCodeAt(at);
      if ((classes[c] as number) & blank) at++;
      else if (c === hash) at = this.lineEnd(at);
      else if (c === slash && text.charCodeAt(at + 1) === star) {
        const close = text.indexOf("*/", at + 2);
        if (close === -1) return at;
        at = close + 2;
      } else return at;
    }
    return at;
  }

  private lineEnd(from: number): number {
    const { text, length } = this;
    let at = from;
    while (at < length) {
      const c = text.charCodeAt(at);
      if (c === lineFeed || c === carriageReturn) return at;
      at++;
    }
    return at;
  }

  private word(start: number): void {
    const { text, length } = this;
    let at = start + 1;
    while (at < length && (classes[text.charCodeAt(at)] as number) & identifierPart) at++;
    const after = at < length ? text.charCodeAt(at) : 0;
    if ((after === slash || after === dot || after === plus || after === colon) && this.pathOrUri(start)) return;
    this.set(this.keyword(start, at - start), at);
  }

  private keyword(start: number, length: number): Token {
    const candidates = keywordsByInitial[this.text.charCodeAt(start)];
    if (candidates === undefined) return Token.identifier;
    for (const { text, token } of candidates) {
      if (text.length === length && this.text.startsWith(text, start)) return token;
    }
    return Token.identifier;
  }

  private number(start: number): void {
    const { text } = this;
    const at = this.skip(start, digit);
    const after = text.charCodeAt(at);
    if ((after === slash || (classes[after] as number) & pathCharacter) && this.pathOrUri(start)) return;
    if (after === dot && this.isFloat(start, at)) this.float(at + 1);
    else this.set(Token.integer, at);
  }

  /** Digits and a dot begin a float unless the digits begin with a zero; `0.` needs a digit behind it. */
  private isFloat(start: number, dotAt: number): boolean {
    const { text } = this;
    if (text.charCodeAt(start) !== zero) return true;
    return dotAt === start + 1 && this.is(dotAt + 1, digit);
  }

  /** The fraction and exponent of a float, from behind its dot. */
  private float(from: number): void {
    const { text } = this;
    let end = this.skip(from, digit);
    const e = text.charCodeAt(end);
    if (e === lowerE || e === upperE) {
      const sign = text.charCodeAt(end + 1);
      const exponent = end + (sign === plus || sign === minus ? 2 : 1);
      if (this.is(exponent, digit)) end = this.skip(exponent, digit);
    }
    this.set(Token.float, end);
  }

  private symbol(start: number, c: number): void {
    if (((classes[c] as number) & pathCharacter || c === slash) && this.pathOrUri(start)) return;
    if (c === dot && this.is(start + 1, digit)) {
      this.float(start + 1);
      return;
    }
    if (c === tilde && this.homePath(start)) return;
    if (c === less && this.searchPath(start)) return;
    // Nix's lexer hands a NUL byte to its parser as is, where 0 means the end of the file.
    if (c === 0) {
      this.set(Token.endOfFile, start);
      return;
    }
    for (const { text, token } of symbolsByInitial[c] ?? []) {
      if (text.length === 1 || this.text.startsWith(text, start)) {
        this.set(token, start + text.length);
        if (token === Token.indentedOpen) this.skipFirstLine();
        return;
      }
    }
    this.set(Token.invalid, start + 1);
  }

  private skip(from: number, class_: number): number {
    let at = from;
    while (this.is(at, class_)) at++;
    return at;
  }

  private is(at: number, class_: number): boolean {
    return at < this.length && ((classes[this.text.charCodeAt(at)] as number) & class_) !== 0;
  }

  /** Where the run of path characters that `from` is in ends. */
  private run(from: number): number {
    if (from < this.runStart || from > this.runEnd) {
      this.runStart = from;
      this.runEnd = this.skip(from, pathCharacter);
    }
    return this.runEnd;
  }

  private pathOrUri(start: number): boolean {
    const runEnd = this.run(start);
    if (runEnd >= this.length) return false;
    const after = this.text.charCodeAt(runEnd);
    if (after === slash) return this.path(Token.path, runEnd);
    return after === colon && this.uri(start, runEnd);
  }

  private uri(start: number, colonAt: number): boolean {
    if (!this.is(colonAt + 1, uriCharacter)) return false;
    if (!this.is(start, identifierStart)) return false;
    if (this.text.slice(start, colonAt).includes("_")) return false;
    this.set(Token.uri, this.skip(colonAt + 1, uriCharacter));
    return true;
  }

  /** The first piece of a path whose first slash is at `slashAt`. */
  private path(kind: Token, slashAt: number): boolean {
    if (this.is(slashAt + 1, pathCharacter)) this.set(kind, this.segments(slashAt));
    else if (this.text.startsWith("${", slashAt + 1)) this.set(kind, slashAt + 1);
    else return false;
    return true;
  }

  /** `(/{PATH_CHAR}+)+/?` */
  private segments(slashAt: number): number {
    let at = slashAt;
    while (this.text.charCodeAt(at) === slash && this.is(at + 1, pathCharacter)) at = this.skip(at + 1, pathCharacter);
    return this.text.charCodeAt(at) === slash ? at + 1 : at;
  }

  private homePath(start: number): boolean {
    return this.text.charCodeAt(start + 1) === slash && this.path(Token.homePath, start + 1);
  }

  private searchPath(start: number): boolean {
    let at = start;
    do {
      const from = at + 1;
      at = this.skip(from, pathCharacter);
      if (at === from) return false;
    } while (this.text.charCodeAt(at) === slash);
    if (this.text.charCodeAt(at) !== greater) return false;
    this.set(Token.searchPath, at + 1);
    return true;
  }

  /** Reads the next piece of a path: more text, `${`, or its end. */
  nextInPath(): void {
    const { text } = this;
    const at = this.end;
    this.previousEnd = at;
    this.start = at;
    if (text.charCodeAt(at) === dollar && text.charCodeAt(at + 1) === openBrace) {
      this.set(Token.dollarCurly, at + 2);
      return;
    }
    const runEnd = this.run(at);
    if (text.charCodeAt(runEnd) === slash) {
      this.set(Token.text, this.is(runEnd + 1, pathCharacter) ? this.segments(runEnd) : runEnd + 1);
    } else if (runEnd > at) this.set(Token.text, runEnd);
    else if (text.charCodeAt(at - 1) === slash) throw this.trailingSlash(at);
    else this.set(Token.pathEnd, at);
  }

  private trailingSlash(at: number): NixSyntaxError {
    const span = { source: this.source, start: at, end: Math.min(at + 1, this.length) };
    return new NixSyntaxError("path has a trailing slash", span, "remove the slash at the end of the path");
  }

  /** Reads the next piece of a `"` string: text, `${`, the closing quote, or the end of the file. */
  nextInString(): void {
    const { text, length } = this;
    this.previousEnd = this.end;
    this.start = this.end;
    this.escaped = false;
    let at = this.end;
    while (at < length) {
      const c = text.charCodeAt(at);
      if (c === quote) break;
      if (c === dollar) {
        const after = text.charCodeAt(at + 1);
        if (after === openBrace) break;
        // `$$` hides the second dollar, so that `$${` is text; but neither `$"` nor `$\` hide anything.
        at += after === quote || after === backslash ? 1 : 2;
        if (after === carriageReturn) this.escaped = true;
      } else if (c === backslash) {
        this.escaped = true;
        at += 2;
      } else {
        if (c === carriageReturn) this.escaped = true;
        at++;
      }
    }
    if (at > length) at = length;
    if (at > this.start && at < length) this.textPiece(Token.text, at);
    else if (at >= length) this.atEnd();
    else if (text.charCodeAt(at) === quote) this.set(Token.quote, at + 1);
    else this.set(Token.dollarCurly, at + 2);
  }

  /** `''` may be followed by spaces and a line break, which belong to it. */
  private skipFirstLine(): void {
    const { text } = this;
    let at = this.end;
    while (text.charCodeAt(at) === space) at++;
    if (text.charCodeAt(at) === lineFeed) this.end = at + 1;
  }

  /** Reads the next piece of a `''` string: text, an escape, `${`, the end of the string, or of the file. */
  nextInIndentedString(): void {
    const { text, length } = this;
    const start = this.end;
    this.previousEnd = start;
    this.start = start;
    let at = start;
    while (at < length) {
      const c = text.charCodeAt(at);
      if (c !== dollar && c !== apostrophe) at++;
      else {
        const after = text.charCodeAt(at + 1);
        if (after === apostrophe || after === (c === dollar ? openBrace : dollar) || at + 1 >= length) break;
        at += 2;
      }
    }
    if (at > start) this.textPiece(Token.indentedText, at);
    else if (at >= length) this.atEnd();
    else this.indentedMark(at);
  }

  /** What begins with a `$` or `'` that is not plain text. */
  private indentedMark(at: number): void {
    const { text } = this;
    if (text.charCodeAt(at) === dollar) {
      if (text.charCodeAt(at + 1) === openBrace) this.set(Token.dollarCurly, at + 2);
      else this.set(Token.indentedEscape, at + 1);
      return;
    }
    if (text.charCodeAt(at + 1) !== apostrophe) {
      this.set(Token.indentedEscape, at + 1);
      return;
    }
    const third = text.charCodeAt(at + 2);
    if (third === dollar || third === apostrophe) this.set(Token.indentedEscape, at + 3);
    else if (third === backslash && at + 3 < this.length) this.set(Token.indentedEscape, at + 4);
    else this.set(Token.indentedClose, at + 2);
  }

  private textPiece(kind: Token, end: number): void {
    this.set(kind, end);
    if (this.hasNul && this.slice().includes("\0")) throw this.nulByte();
  }

  private nulByte(): NixSyntaxError {
    const span = { source: this.source, start: this.start, end: this.end };
    const shown = this.text.slice(this.start, this.end).replaceAll("\0", "\xe2\x90\x80");
    return new NixSyntaxError(
      `input string '${shown}' cannot be represented as Nix string because it contains null bytes`,
      span,
      "remove the null byte",
    );
  }
}
