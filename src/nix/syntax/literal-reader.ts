/** Reads numbers, strings and paths off a lexer: the operands that have a grammar of their own inside. */
import type { Expr, FloatLiteral, IntLiteral, PathExpr, StringExpr } from "./ast.js";
import type { Lexer } from "./lexer.js";
import { type IndentedPiece, stripIndentation, unescapeIndented, unescapeText } from "./strings.js";
import { NixSyntaxError } from "./syntax-error.js";
import { Token } from "./tokens.js";
import { unexpected } from "./unexpected.js";

type Parts = (string | Expr)[];

const maximumInteger = 2n ** 63n - 1n;
const smallestNormalFloat = 2 ** -1022;

export class LiteralReader {
  constructor(
    private readonly lexer: Lexer,
    /** Reads the expression that begins at the current token. */
    private readonly expression: () => Expr,
  ) {}

  integer(): IntLiteral {
    const { lexer } = this;
    const { start, end } = lexer;
    const digits = lexer.slice();
    let value: number | bigint = Number(digits);
    if (!Number.isSafeInteger(value)) {
      value = BigInt(digits);
      if (value > maximumInteger) throw this.outOfRange("integer", "integers reach up to 9223372036854775807");
    }
    lexer.next();
    return { kind: "int", value, start, end };
  }

  /** Like Nix, refuses what C's `strtod` reports as out of range: too large, or too small to be exact. */
  float(): FloatLiteral {
    const { lexer } = this;
    const { start, end } = lexer;
    const digits = lexer.slice();
    const value = Number(digits);
    const tiny = value < smallestNormalFloat && /^[0.]*[1-9]/.test(digits);
    if (value === Number.POSITIVE_INFINITY || tiny)
      throw this.outOfRange("float", "floats reach from 2.3e-308 to 1.7e+308");
    lexer.next();
    return { kind: "float", value, start, end };
  }

  private outOfRange(kind: string, help: string): NixSyntaxError {
    const { source, start, end } = this.lexer;
    return new NixSyntaxError(`invalid ${kind} '${this.lexer.slice()}'`, { source, start, end }, help);
  }

  string(): StringExpr {
    const { lexer } = this;
    const { start } = lexer;
    let parts: Parts | undefined;
    while (true) {
      lexer.nextInString();
      if (lexer.kind === Token.text) parts = added(parts, lexer.escaped ? unescapeText(lexer.slice()) : lexer.slice());
      else if (lexer.kind === Token.dollarCurly) parts = added(parts, this.interpolation());
      else break;
    }
    if (lexer.kind !== Token.quote) throw unexpected(lexer, "other", Token.quote);
    const { end } = lexer;
    lexer.next();
    return { kind: "string", parts: parts ?? [], start, end };
  }

  indentedString(): StringExpr {
    const { lexer } = this;
    const { start } = lexer;
    const pieces: IndentedPiece[] = [];
    while (true) {
      lexer.nextInIndentedString();
      if (lexer.kind === Token.indentedText) pieces.push({ text: lexer.slice(), escaped: false });
      else if (lexer.kind === Token.indentedEscape)
        pieces.push({ text: unescapeIndented(lexer.slice()), escaped: true });
      else if (lexer.kind === Token.dollarCurly) pieces.push(this.interpolation());
      else break;
    }
    if (lexer.kind !== Token.indentedClose) {
      throw unexpected(lexer, "other", Token.indentedText, Token.dollarCurly, Token.indentedClose);
    }
    const { end } = lexer;
    lexer.next();
    return { kind: "string", parts: stripIndentation(pieces), start, end };
  }

  /** `./a`, `~/a/${b}`; pieces of text may stand side by side, as Nix's lexer cuts them. */
  path(): PathExpr {
    const { lexer } = this;
    const { start } = lexer;
    const parts: [string, ...Parts] = [lexer.slice()];
    let interpolated = false;
    while (true) {
      lexer.nextInPath();
      if (lexer.kind === Token.text) {
        // Nix's grammar has room for one more piece of text (`./a//b`) before the first interpolation.
        if (!interpolated && parts.length > 1) throw unexpected(lexer, "other", Token.dollarCurly);
        parts.push(lexer.slice());
      } else if (lexer.kind === Token.dollarCurly) {
        parts.push(this.interpolation());
        interpolated = true;
      } else break;
    }
    if (!interpolated && parts.length > 1) throw unexpected(lexer, "other", Token.dollarCurly);
    const { end } = lexer;
    lexer.next();
    return { kind: "path", parts, start, end };
  }

  /** What stands between `${` and `}`. The lexer is left at the `}`, for the caller to go on in its mode. */
  private interpolation(): Expr {
    this.lexer.next();
    const expr = this.expression();
    if (this.lexer.kind !== Token.closeBrace) throw unexpected(this.lexer, "other", Token.closeBrace);
    return expr;
  }
}

/** An array that grows by `push` has room for sixteen more; most strings have one part. */
function added(parts: Parts | undefined, part: string | Expr): Parts {
  if (parts === undefined) return [part];
  parts.push(part);
  return parts;
}
