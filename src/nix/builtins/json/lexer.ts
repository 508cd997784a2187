/**
 * The tokens of JSON, read from a byte string. Strict: UTF-8 only, no comments, no leading zeros. Errors
 * are worded and placed as Nix's JSON library words and places them, because people search for them.
 */
import { toBytes } from "../../eval/bytes.js";
import { NixError } from "../../eval/errors.js";
import { NixFloat as Float, type NixFloat, type NixInt, normalizeInt } from "../../eval/value.js";
import { findInvalidUtf8 } from "../utf8.js";

export type Token = "[" | "]" | "{" | "}" | ":" | "," | "value" | "string" | "end";

export class JsonLexer {
  /** How far the text has been read. */
  private at = 0;
  /** From where the library quotes what it read: it forgets only when a string or a number begins. */
  private quoteStart = 0;
  /** The value of a "value" or "string" token. */
  value: null | boolean | NixInt | NixFloat | string = null;
  /** What the last token is called in messages. */
  tokenName = "";

  constructor(private readonly text: string) {
    if (text.startsWith("\xef\xbb\xbf")) this.at = 3;
  }

  next(): Token {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++this.at);
    if (code === 34) return this.string();
    if (code === 45 || (code >= 48 && code <= 57)) return this.number();
    this.at++;
    if (this.at > text.length) return this.named("end", "end of input");
    const character = text.charAt(this.at - 1);
    const found = punctuation[character];
    if (found !== undefined) return this.named(found, `'${found}'`);
    return this.literal(character);
  }

  private named(token: Token, name: string): Token {
    this.tokenName = name;
    return token;
  }

  private literal(first: string): Token {
    const word = first === "t" ? "true" : first === "f" ? "false" : first === "n" ? "null" : "";
    for (let i = 1; i < word.length; i++) {
      if (this.text.charAt(this.at++) !== word.charAt(i)) throw this.lexicalError("invalid literal");
    }
    if (word === "") throw this.lexicalError("invalid literal");
    this.value = word === "null" ? null : word === "true";
    return this.named("value", `${word} literal`);
  }

  private number(): Token {
    this.quoteStart = this.at;
    const plain = this.plainInteger();
    if (plain !== undefined) {
      this.value = plain;
      return this.named("value", "number literal");
    }
    numberPattern.lastIndex = this.at;
    const [literal = "", fraction] = numberPattern.exec(this.text) ?? [];
    this.at += literal.length;
    this.checkNumberEnd(literal);
    this.value = fraction ? this.float(literal) : this.integer(literal);
    return this.named("value", "number literal");
  }

  /** Most numbers are a few digits and nothing else. */
  private plainInteger(): number | undefined {
    const { text } = this;
    let end = this.at;
    let value = 0;
    let code = text.charCodeAt(end);
    // A zero at the start needs a closer look.
    if (code === 48) return undefined;
    while (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      code = text.charCodeAt(++end);
    }
    if (end === this.at || end - this.at > 15 || code === 46 || code === 69 || code === 101) return undefined;
    this.at = end;
    return value;
  }

  /** What the pattern left unread must not be the rest of a number that lacks digits. */
  private checkNumberEnd(literal: string): void {
    const missing = (message: string, characters: number): NixError => {
      this.at += characters;
      return this.lexicalError(`invalid number; expected ${message}`);
    };
    if (literal === "") throw missing("digit after '-'", 2);
    const rest = this.text.slice(this.at, this.at + 2);
    const hasExponent = /[eE]/.test(literal);
    if (rest.startsWith(".") && !/[.eE]/.test(literal)) throw missing("digit after '.'", 2);
    if (hasExponent || !/^[eE]/.test(rest)) return;
    if (/^[eE][+-]/.test(rest)) throw missing("digit after exponent sign", 3);
    throw missing("'+', '-', or digit after exponent", 2);
  }

  private integer(literal: string): NixInt | NixFloat {
    if (literal.length < 16) return Number(literal) + 0;
    const exact = BigInt(literal);
    if (exact >= -(2n ** 63n) && exact < 2n ** 63n) return normalizeInt(exact);
    if (exact < 0n || exact >= 2n ** 64n) return this.float(literal);
    throw new NixError("value", `unsigned json number ${literal} outside of Nix integer range`);
  }

  private float(literal: string): NixFloat {
    const value = Number(literal);
    if (Number.isFinite(value)) return new Float(value);
    throw new NixError("value", `[json.exception.out_of_range.406] number overflow parsing '${literal}'`);
  }

  private string(): Token {
    this.quoteStart = this.at;
    this.at++;
    const { text } = this;
    let result = "";
    while (true) {
      plainPattern.lastIndex = this.at;
      plainPattern.test(text);
      const end = plainPattern.lastIndex;
      const part = text.slice(this.at, end);
      this.checkUtf8(part);
      this.at = end + 1;
      const code = text.charCodeAt(end);
      if (code === 34) {
        this.value = result + part;
        return this.named("string", "string literal");
      }
      if (code !== 92) throw this.lexicalError(controlMessage(code));
      result += part + this.escape();
    }
  }

  private checkUtf8(part: string): void {
    const problem = findInvalidUtf8(part);
    if (problem === undefined) return;
    // A character cut short is noticed at what follows it.
    this.at += problem.index + (problem.incomplete ? 2 : 1);
    throw this.lexicalError("invalid string: ill-formed UTF-8 byte");
  }

  private escape(): string {
    const character = this.text.charAt(this.at++);
    if (character === "u") return this.unicodeEscape();
    const meaning = escapes[character];
    if (meaning === undefined) throw this.lexicalError("invalid string: forbidden character after backslash");
    return meaning;
  }

  private unicodeEscape(): string {
    const first = this.fourDigits();
    if (first >= 0xdc00 && first < 0xe000) {
      throw this.lexicalError("invalid string: surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF");
    }
    if (first < 0xd800 || first >= 0xe000) return toBytes(String.fromCharCode(first));
    const unpaired = "invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF";
    if (this.text.charAt(this.at++) !== "\\" || this.text.charAt(this.at++) !== "u") throw this.lexicalError(unpaired);
    const second = this.fourDigits();
    if (second < 0xdc00 || second >= 0xe000) throw this.lexicalError(unpaired);
    return toBytes(String.fromCharCode(first, second));
  }

  private fourDigits(): number {
    for (let i = 0; i < 4; i++) {
      if (!/[0-9a-fA-F]/.test(this.text.charAt(this.at++))) {
        throw this.lexicalError("invalid string: '\\u' must be followed by 4 hex digits");
      }
    }
    return Number.parseInt(this.text.slice(this.at - 4, this.at), 16);
  }

  private lexicalError(message: string): NixError {
    this.at = Math.min(this.at, this.text.length + 1);
    const quoted = this.text.slice(this.quoteStart, this.at).replace(controls, (character) => {
      return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
    });
    return new JsonLexicalError(`${message}; last read: '${quoted}'`);
  }

  /** `detail` tells what is wrong, `context` what was being read. */
  error(context: string, detail: string): NixError {
    const read = this.text.slice(0, this.at);
    const line = read.split("\n").length;
    const column = this.at - (read.lastIndexOf("\n") + 1);
    const place = `parse error at line ${line}, column ${column}`;
    return new NixError(
      "value",
      `[json.exception.parse_error.101] ${place}: syntax error while parsing ${context} - ${detail}`,
    );
  }
}

/** A token that is none; the parser adds what it was looking for. */
export class JsonLexicalError extends NixError {
  constructor(message: string) {
    super("value", message);
  }
}

const punctuation: Readonly<Record<string, Token>> = {
  "[": "[",
  "]": "]",
  "{": "{",
  "}": "}",
  ":": ":",
  ",": ",",
};

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The group is empty for an integer. */
const numberPattern = /-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y;

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const plainPattern = /[^"\\\x00-\x1f]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: shown by their numbers
const controls = /[\x00-\x1f]/g;

const controlNames =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(
    " ",
  );
const shortEscapes: Readonly<Record<number, string>> = { 8: "b", 9: "t", 10: "n", 12: "f", 13: "r" };

function controlMessage(code: number): string {
  if (Number.isNaN(code)) return "invalid string: missing closing quote";
  const number = code.toString(16).toUpperCase().padStart(4, "0");
  const short = shortEscapes[code] === undefined ? "" : ` or \\${shortEscapes[code]}`;
  return `invalid string: control character U+${number} (${controlNames[code]}) must be escaped to \\u${number}${short}`;
}
