/**
 * The error for a token that cannot stand where it stands: Nix's message, and in words for people what
 * is probably missing. Where Nix's own list of expected tokens is an accident of its parser's tables
 * (a set that is never closed is "expecting 'inherit'"), the message goes without.
 */
import type { Lexer } from "./lexer.js";
import { innermostOpening, type Opening } from "./nesting.js";
import { binaryOperators } from "./operators.js";
import type { Source } from "./source.js";
import { NixSyntaxError } from "./syntax-error.js";
import { Token, tokenNames } from "./tokens.js";

/** What was being read when the token came. */
export type Place =
  | "operand"
  | "list"
  | "bindings"
  | "name"
  | "binding"
  | "inherit"
  | "embeddedLet"
  | "statement"
  | "formals"
  | "parentheses"
  | "if"
  | "let"
  | "file"
  | "operator"
  | "other";

/** The error for the lexer's current token, at its place. */
export function unexpected(lexer: Lexer, place: Place, ...expected: Token[]): NixSyntaxError {
  const { source, start, end } = lexer;
  const opening = openingOf(lexer, place);
  const help = helpFor(lexer, place, opening);
  const span = { source, start, end };
  return new NixSyntaxError(message(lexer.kind, expected), span, help, opening && { source, ...placeOf(opening) });
}

/** The error for a `;` that is missing behind what ends at `end`: there, not at the next token. */
export function missingSemicolon(lexer: Lexer, end: number, ...expected: Token[]): NixSyntaxError {
  const span = { source: lexer.source, start: end, end };
  return new NixSyntaxError(message(lexer.kind, expected), span, "add ';' here");
}

function message(found: Token, expected: readonly Token[]): string {
  const names = expected.map((token) => tokenNames[token]);
  const expecting = names.length > 0 ? `, expecting ${names.join(" or ")}` : "";
  return `syntax error, unexpected ${tokenNames[found]}${expecting}`;
}

const closers: ReadonlySet<Token> = new Set([Token.closeParen, Token.closeBracket, Token.closeBrace]);

/** Where a closing bracket does not hint at one that is still open. */
const ownClosers: ReadonlySet<Place> = new Set<Place>(["operand", "name", "bindings", "binding"]);

/** What is still open, where that explains the error: at the end of the file, or at the wrong bracket. */
function openingOf(lexer: Lexer, place: Place): Opening | undefined {
  const { kind, source, start } = lexer;
  const comment = kind === Token.times ? start - 1 : start;
  if (source.text.startsWith("/*", comment)) return { kind: Token.divide, start: comment, end: comment + 2 };
  const isHint = kind === Token.endOfFile || (closers.has(kind) && !ownClosers.has(place));
  return isHint ? openBefore(source, start) : undefined;
}

function openBefore(source: Source, offset: number): Opening | undefined {
  try {
    return innermostOpening(source, offset);
  } catch {
    // The walk does not stop at the first error, and may meet one that the parser has not come to.
    return undefined;
  }
}

function placeOf({ start, end }: Opening): { start: number; end: number } {
  return { start, end };
}

/** What closes each thing that may be open at the end of a file. */
const closing: ReadonlyMap<Token, string> = new Map([
  [Token.quote, "close the string with '\"'"],
  [Token.indentedOpen, "close the string with two apostrophes"],
  [Token.openParen, "close the '(' with ')'"],
  [Token.openBracket, "close the '[' with ']'"],
  [Token.openBrace, "close the '{' with '}'"],
  [Token.dollarCurly, "close the interpolation with '}'"],
  [Token.let, "after its bindings, a 'let' needs 'in' and a value"],
  [Token.if, "an 'if' needs 'then' and 'else'"],
  [Token.with, "a 'with' needs ';' and a value"],
  [Token.assert, "an 'assert' needs ';' and a value"],
  [Token.divide, "close the comment with '*/'"],
]);

interface Advice {
  /** Anywhere, when absent. */
  readonly places?: readonly Place[];
  readonly found: Token | readonly Token[];
  readonly help: string;
}

const numbers = [Token.integer, Token.float];
const keywords = [Token.if, Token.then, Token.else, Token.assert, Token.with, Token.let, Token.in, Token.rec];
const operators = binaryOperators.flatMap((rule, token) => (rule === undefined ? [] : [token]));

/** The first that matches counts. */
const advice: readonly Advice[] = [
  { places: ["list"], found: Token.comma, help: "separate the elements of a list by spaces" },
  { places: ["list"], found: Token.semicolon, help: "close the list with ']' before the ';'" },
  {
    places: ["list"],
    found: [...operators, Token.question, Token.not, Token.colon, Token.at, Token.if, Token.with, Token.assert],
    help: "in a list, put parentheses around whatever is more than one term: [ (f x) (-1) ]",
  },
  { places: ["name"], found: Token.colon, help: "write 'name = value;': a ':' makes a function" },
  { places: ["name"], found: Token.equals, help: "write '=' to define: '==' compares" },
  { places: ["name"], found: Token.comma, help: "end a binding with ';'; a function's '{ a, b }' needs ':' behind it" },
  {
    places: ["name"],
    found: [Token.semicolon, Token.closeBrace],
    help: "write 'name = value;', or 'inherit name;' to take the value of the same name from outside",
  },
  { places: ["bindings", "let"], found: Token.semicolon, help: "remove one ';': each binding ends with one" },
  { places: ["bindings", "let"], found: Token.assign, help: "a name is missing here" },
  { places: ["name"], found: [Token.openBrace, Token.openParen], help: "write the current folder as './.'" },
  { places: ["inherit"], found: Token.dot, help: "to inherit from a set, write 'inherit (set) name;'" },
  { places: ["bindings", "let", "name"], found: Token.path, help: "a name with a slash in it needs quotes" },
  { places: ["bindings"], found: Token.uri, help: "write 'name = value;': 'a:b' is a URL" },
  { places: ["bindings", "let", "name"], found: numbers, help: "a name that begins with a digit needs quotes" },
  { places: ["bindings", "let", "name"], found: keywords, help: "a name that is a keyword needs quotes" },
  { places: ["name"], found: Token.identifier, help: "write '=' between a name and its value" },
  { places: ["inherit"], found: Token.comma, help: "separate the names by spaces" },
  { places: ["binding"], found: Token.comma, help: "end a binding with ';', not with ','" },
  { places: ["parentheses"], found: Token.comma, help: "separate the arguments of a function by spaces: f a b" },
  { places: ["parentheses"], found: Token.semicolon, help: "close the '(' with ')' before the ';'" },
  { places: ["file"], found: Token.assign, help: "put braces around bindings: '{ name = value; }'" },
  { places: ["file"], found: Token.semicolon, help: "remove the ';': it ends bindings, not files" },
  {
    places: ["file", "bindings", "binding"],
    found: [...closers],
    help: "remove it: nothing is open that it could close",
  },
  { places: ["if"], found: Token.assign, help: "write '==' to compare: '=' defines" },
  { places: ["embeddedLet"], found: [], help: "put parentheses around the 'let'" },
  { places: ["operand"], found: [Token.if, Token.with, Token.assert], help: "put parentheses around it" },
  { places: ["operand"], found: Token.less, help: "write a search path as '<name>' or '<name/path>'" },
  { places: ["if"], found: [], help: "an 'if' needs 'then' and 'else'" },
  { places: ["let"], found: [], help: "after its bindings, a 'let' needs 'in' and a value" },
  { places: ["formals"], found: [], help: "write a set as '{ a = 1; }' and a function as '{ a, b ? 1, ... }: body'" },
  { found: [Token.pathEnd, Token.text], help: "write one slash: two in a row need an interpolation behind them" },
  { places: ["operand"], found: Token.dot, help: "write the path of the current folder as './.'" },
  {
    found: Token.dollarCurly,
    help: "write a variable by its name alone: interpolation belongs in strings, paths and attribute names",
  },
  { places: ["operand"], found: Token.or, help: "'or' is a keyword, and no name for a variable" },
  { places: ["operand"], found: Token.inherit, help: "write 'inherit' between the braces of a set, or after 'let'" },
  { places: ["operator"], found: [], help: "put parentheses around one of the two: these operators do not chain" },
  { found: Token.assign, help: "write '==' to compare: '=' defines, in '{ }' and after 'let'" },
  {
    found: Token.colon,
    help: "put parentheses around a function: '(x: body)'; a choice is written 'if a then b else c'",
  },
  {
    places: ["operand"],
    found: [Token.endOfFile, Token.semicolon, Token.comma, Token.in, Token.then, Token.else, ...closers, ...operators],
    help: "a value is missing here",
  },
];

function helpFor(lexer: Lexer, place: Place, opening: Opening | undefined): string | undefined {
  if (lexer.kind === Token.invalid) return invalidHelp(lexer.source.text, lexer.start);
  if (opening !== undefined) return `${closing.get(opening.kind)}: it opens at ${position(lexer.source, opening)}`;
  return advice.find((row) => matches(row, lexer.kind, place))?.help;
}

function matches({ places, found }: Advice, kind: Token, place: Place): boolean {
  if (places !== undefined && !places.includes(place)) return false;
  return typeof found === "number" ? found === kind : found.length === 0 || found.includes(kind);
}

function position(source: Source, { start }: Opening): string {
  const { line, column } = source.position(start);
  return `line ${line}, column ${column}`;
}

/** What to write instead of bytes that begin no token of Nix. */
const instead: readonly (readonly [string, string])[] = [
  ["'", `write a string as "..." or ''...''`],
  ["`", `write a string as "..." or ''...''`],
  ["&", "write '&&' for 'and'"],
  ["|", "write '||' for 'or'"],
  ["%", "Nix has no '%': the remainder of a by b is a - b * (a / b)"],
  ["^", "Nix has no '^'"],
  ["\\", "write a function as 'x: body'"],
  ["$", "write a variable by its name alone"],
  ["~", "write a path below the home folder as '~/...'"],
  ["\xef\xbb\xbf", "remove the byte order mark at the start of the file"],
  ["\xc2\xa0", "replace the no-break space by a plain one"],
  ["\xe2\x80\x98", "replace the curly quotes by straight ones"],
  ["\xe2\x80\x99", "replace the curly quotes by straight ones"],
  ["\xe2\x80\x9c", "replace the curly quotes by straight ones"],
  ["\xe2\x80\x9d", "replace the curly quotes by straight ones"],
];

function invalidHelp(text: string, at: number): string {
  const known = instead.find(([bytes]) => text.startsWith(bytes, at));
  if (known !== undefined) return known[1];
  return text.charCodeAt(at) < 0x80 ? "remove the control character" : "put text that is not ASCII in quotes";
}
