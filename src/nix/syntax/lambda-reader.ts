/** Reads what stands before the body of a function: `x:`, `{ a, b ? 1, ... }:`, `x@{ … }:`, `{ … }@x:`. */
import type { Expr, Formal, Formals } from "./ast.js";
import type { Lexer } from "./lexer.js";
import type { Scratch } from "./scratch.js";
import { NixSyntaxError } from "./syntax-error.js";
import { Token } from "./tokens.js";
import { unexpected } from "./unexpected.js";

/** Completes what stands before an expression (`x:`, `let … in`, `if … else`) with that expression. */
export type Prefix = (body: Expr, end: number) => Expr;

const colon = ":".charCodeAt(0);
const at = "@".charCodeAt(0);

export class LambdaReader {
  constructor(
    private readonly lexer: Lexer,
    private readonly scratch: Scratch,
    /** Reads the expression that begins at the current token. */
    private readonly expression: () => Expr,
  ) {}

  /** Reads up to and with the `:`, unless the current token, a name or `{`, begins something else. */
  prefix(): Prefix | undefined {
    if (this.lexer.kind === Token.identifier) return this.isParameter() ? this.named() : undefined;
    return this.opensFormals() ? this.unnamed() : undefined;
  }

  private isParameter(): boolean {
    const after = this.lexer.peek();
    return after === colon || after === at;
  }

  /** Whether a `{` opens formals rather than a set. */
  private opensFormals(): boolean {
    const { lexer } = this;
    lexer.mark();
    lexer.next();
    let formals = lexer.kind === Token.ellipsis;
    if (lexer.kind === Token.identifier) {
      lexer.next();
      formals = lexer.kind === Token.comma || lexer.kind === Token.question || lexer.kind === Token.closeBrace;
    } else if (lexer.kind === Token.closeBrace) {
      lexer.next();
      formals = lexer.kind === Token.colon || lexer.kind === Token.at;
    }
    lexer.reset();
    return formals;
  }

  private named(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    const parameter = lexer.slice();
    lexer.next();
    if (lexer.kind === Token.colon) {
      lexer.next();
      return (body, end) => ({ kind: "lambda", parameter, body, start, end });
    }
    this.take(Token.at);
    if (lexer.kind !== Token.openBrace) throw unexpected(lexer, "formals", Token.openBrace);
    const formals = this.formals();
    this.take(Token.colon);
    this.checkParameter(parameter, start, formals);
    return (body, end) => ({ kind: "lambda", parameter, formals, body, start, end });
  }

  private unnamed(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    const formals = this.formals();
    if (lexer.kind === Token.colon) {
      lexer.next();
      return (body, end) => ({ kind: "lambda", formals, body, start, end });
    }
    if (lexer.kind !== Token.at) throw unexpected(lexer, "formals", Token.colon, Token.at);
    lexer.next();
    if (lexer.kind !== Token.identifier) throw unexpected(lexer, "formals", Token.identifier);
    const parameter = lexer.slice();
    this.checkParameter(parameter, lexer.start, formals);
    lexer.next();
    this.take(Token.colon);
    return (body, end) => ({ kind: "lambda", parameter, formals, body, start, end });
  }

  private formals(): Formals {
    const { lexer, scratch } = this;
    const base = scratch.top;
    const names = new Set<string>();
    lexer.next();
    while (lexer.kind === Token.identifier) {
      const formal = this.formal();
      if (names.has(formal.name)) throw this.duplicate(formal.name, formal.start);
      names.add(formal.name);
      scratch.push(formal);
      if (lexer.kind === Token.closeBrace) break;
      if (lexer.kind !== Token.comma) throw unexpected(lexer, "formals", Token.comma, Token.closeBrace);
      lexer.next();
    }
    const ellipsis = lexer.kind === Token.ellipsis;
    if (ellipsis) lexer.next();
    this.take(Token.closeBrace);
    return { list: scratch.take<Formal>(base), ellipsis };
  }

  private formal(): Formal {
    const { lexer } = this;
    const { start } = lexer;
    const name = lexer.slice();
    lexer.next();
    if (lexer.kind !== Token.question) return { name, start, end: lexer.previousEnd };
    lexer.next();
    const fallback = this.expression();
    return { name, fallback, start, end: lexer.previousEnd };
  }

  private checkParameter(name: string, start: number, formals: Formals): void {
    if (formals.list.some((formal) => formal.name === name)) throw this.duplicate(name, start);
  }

  private duplicate(name: string, start: number): NixSyntaxError {
    const span = { source: this.lexer.source, start, end: start + name.length };
    const message = `duplicate formal function argument '${name}'`;
    return new NixSyntaxError(message, span, "give each argument a name of its own");
  }

  private take(kind: Token): void {
    if (this.lexer.kind !== kind) throw unexpected(this.lexer, "formals", kind);
    this.lexer.next();
  }
}
