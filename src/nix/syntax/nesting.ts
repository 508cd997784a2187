/**
 * A walk over the tokens of a source that knows what is open at each of them: brackets, strings,
 * interpolations, and the keywords that lack their other half. The parser needs none of this; it serves
 * messages about what is never closed, and texts nested too deeply to recurse into.
 */
import { Lexer } from "./lexer.js";
import type { Source } from "./source.js";
import { Token } from "./tokens.js";

/** Something open: the kind of the token that opened it, and its place. */
export interface Opening {
  readonly kind: Token;
  readonly start: number;
  readonly end: number;
}

/** What each closing token closes. A `;` closes nothing but these: others end bindings. */
const closes: ReadonlyMap<Token, readonly Token[]> = new Map([
  [Token.closeParen, [Token.openParen]],
  [Token.closeBracket, [Token.openBracket]],
  [Token.closeBrace, [Token.openBrace, Token.dollarCurly]],
  [Token.in, [Token.let]],
  [Token.else, [Token.if]],
  [Token.semicolon, [Token.with, Token.assert]],
  [Token.quote, [Token.quote]],
  [Token.indentedClose, [Token.indentedOpen]],
  [Token.pathEnd, [Token.path, Token.homePath]],
]);

const opens: ReadonlySet<Token> = new Set([...closes.values()].flat());
const paths: ReadonlySet<Token> = new Set([Token.path, Token.homePath]);
const literals: ReadonlySet<Token> = new Set([Token.quote, Token.indentedOpen, ...paths]);

/** Tokens after which an expression begins; `?` too when it follows the name of a formal. */
const beforeExpression: ReadonlySet<Token> = new Set([
  ...[Token.openParen, Token.dollarCurly, Token.assign, Token.if, Token.then, Token.with, Token.assert],
]);

class NestingWalk {
  readonly lexer: Lexer;
  /** Outermost first. */
  readonly open: Opening[] = [];
  /** How many of them are not literals. */
  depth = 0;
  private kinds: readonly [Token, Token, Token] = [Token.endOfFile, Token.endOfFile, Token.endOfFile];

  constructor(source: Source, from: number) {
    this.lexer = new Lexer(source);
    this.lexer.seek(from);
  }

  /** Reads a token, without counting what it opens or closes. */
  read(): void {
    const { lexer } = this;
    this.kinds = [this.kinds[1], this.kinds[2], lexer.kind];
    const literal = this.open.at(-1)?.kind;
    if (literal === Token.quote) lexer.nextInString();
    else if (literal === Token.indentedOpen) lexer.nextInIndentedString();
    else if (literal !== undefined && paths.has(literal)) lexer.nextInPath();
    else lexer.next();
  }

  /** Whether the token just read is where an expression begins. */
  get atExpression(): boolean {
    const [first, second, third] = this.kinds;
    if (third === Token.question)
      return second === Token.identifier && (first === Token.openBrace || first === Token.comma);
    return beforeExpression.has(third);
  }

  /** Counts what the token just read opens or closes; false at the end of the file or of what the walk began in. */
  count(): boolean {
    const { kind, start, end } = this.lexer;
    if (kind === Token.endOfFile) return false;
    const top = this.open.at(-1);
    const closed = closes.get(kind);
    if (top !== undefined && closed?.includes(top.kind)) this.pop();
    else if (opens.has(kind)) {
      // `let {` is the old form, without `in`.
      if (kind === Token.openBrace && top?.kind === Token.let && this.kinds[2] === Token.let) this.pop();
      this.open.push({ kind, start, end });
      if (!literals.has(kind)) this.depth++;
    } else if (top === undefined && (closed !== undefined || kind === Token.comma || kind === Token.then)) return false;
    return true;
  }

  private pop(): void {
    const { kind } = this.open.pop() as Opening;
    if (!literals.has(kind)) this.depth--;
  }
}

/** What was opened last, and is still open, before an offset; not a path, which ends by itself. */
export function innermostOpening(source: Source, before: number): Opening | undefined {
  const walk = new NestingWalk(source, 0);
  for (walk.read(); walk.lexer.start < before && walk.count(); ) walk.read();
  return walk.open.findLast(({ kind }) => !paths.has(kind));
}

/** Where an expression or list begins. */
export interface DeepStart {
  readonly offset: number;
  readonly isList: boolean;
}

/**
 * Starts within the expression or list that begins at `from`, in the order of the text, such that none is
 * much more than `every` levels of nesting inside the one around it.
 */
export function deepStarts(source: Source, from: number, every: number): readonly DeepStart[] {
  const walk = new NestingWalk(source, from);
  const starts: DeepStart[] = [];
  /** By depth: at what depth the start is that the current token is in. */
  const bases = [0];
  for (let going = true; going; ) {
    walk.read();
    const { depth, lexer, atExpression } = walk;
    const isList = !atExpression && lexer.kind === Token.openBracket;
    const enclosing = (atExpression && depth > 0 ? bases[depth - 1] : bases[depth]) as number;
    let base = bases[depth] as number;
    if ((atExpression || isList) && depth - enclosing >= every) {
      starts.push({ offset: lexer.start, isList });
      base = depth;
      // What follows a list in its own list is not within it; what follows in an expression is.
      if (atExpression) bases[depth] = depth;
    }
    going = walk.count();
    if (walk.depth > depth) bases[walk.depth] = base;
  }
  return starts;
}
