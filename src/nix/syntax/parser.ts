/**
 * Nix's grammar by recursive descent. Whatever repeats is a loop: chains of operators (with a stack of
 * those that wait for their right side), `x: y: …`, `if … else if …`, `a.b.c`, `a.b or c.d or …`,
 * applications. Only brackets and the conditions of `if`, `with` and `assert` recurse.
 *
 * Two decisions need more than the current token: a lambda's `x:` takes a look at the byte behind the
 * name, and `{ a, b }:` at up to two tokens behind the brace. Nothing is parsed twice.
 */
import type {
  AttrName,
  AttrPath,
  AttrSet,
  Call,
  Expr,
  Formal,
  Formals,
  ListExpr,
  PathExpr,
  Select,
  StringExpr,
} from "./ast.js";
import { type BindingContext, BindingSet } from "./binding-set.js";
import { indexCall, type OrArgument, type OrCall, withOrDefault } from "./dialect.js";
import { Lexer } from "./lexer.js";
import { plainString } from "./literals.js";
import { binaryOperators, hasAttrPrecedence, negatePrecedence, notPrecedence, type OperatorRule } from "./operators.js";
import type { Source } from "./source.js";
import { type IndentedPiece, joinTexts, stripIndentation, unescapeIndented, unescapeText } from "./strings.js";
import { NixSyntaxError, type SyntaxWarning } from "./syntax-error.js";
import { startsOperand, Token, tokenNames } from "./tokens.js";

export interface ParseOptions {
  /** Refuse the spellings that real Nix refuses. */
  readonly portable?: boolean;
  /** Whether the experimental `|>` and `<|` are on. */
  readonly pipeOperators?: boolean;
  readonly warn?: (warning: SyntaxWarning) => void;
}

/**
 * Parses a source text.
 *
 * @returns the expression, and whether the text was a fragment: bare bindings, read as a set.
 * @throws {NixSyntaxError}
 */
export function parse(source: Source, options: ParseOptions = {}): { readonly expr: Expr; readonly fragment: boolean } {
  return new Parser(source, options).file();
}

/** Completes what stands before an expression (`x:`, `let … in`, `if … else`) with that expression. */
type Prefix = (body: Expr, end: number) => Expr;

/** An operator that waits for its right operand; a prefix operator has no left one and no rule. */
interface Pending {
  readonly precedence: number;
  readonly rule: OperatorRule | undefined;
  readonly left: Expr | undefined;
  /** Where the operation starts. */
  readonly start: number;
  readonly operatorStart: number;
}

/** `subject.path or`, waiting for what follows. */
interface PendingSelect {
  readonly subject: Expr;
  readonly path: AttrPath;
  readonly start: number;
}

const maximumInteger = 2n ** 63n - 1n;
const smallestNormalFloat = 2 ** -1022;
const colon = 58;
const at = 64;
const openBrace = 123;
const closeParen = 41;

class Parser {
  private readonly lexer: Lexer;
  private readonly portable: boolean;
  private readonly context: BindingContext;
  /** Operators that wait for their right operand, of all operations being read. */
  private readonly pending: Pending[] = [];
  /** Where the operand last completed starts, its parentheses included. */
  private operandStart = 0;
  /** The last call that Nix reads out of `x or`, unless in parentheses. */
  private orCall: OrCall | undefined;
  /** Strings of text only that Nix still concatenates from several pieces, and so does not take for names. */
  private readonly pieced = new WeakSet<Expr>();

  constructor(
    private readonly source: Source,
    private readonly options: ParseOptions,
  ) {
    this.lexer = new Lexer(source);
    this.portable = options.portable ?? false;
    this.context = { source, portable: this.portable, warn: options.warn };
  }

  file(): { expr: Expr; fragment: boolean } {
    const { lexer } = this;
    lexer.next();
    if (!this.portable && startsBindingOnly(lexer.kind)) return this.fragment();
    const expr = this.expression();
    if (lexer.kind === Token.endOfFile) return { expr, fragment: false };
    if (!this.portable && lexer.kind === Token.assign && isAttrPath(expr)) {
      lexer.rewind();
      lexer.next();
      return this.fragment();
    }
    throw this.unexpected(Token.endOfFile);
  }

  /** Dialect: bindings without braces around them; the last one may lack its `;`. */
  private fragment(): { expr: AttrSet; fragment: boolean } {
    const { start } = this.lexer;
    const bindings = this.bindings(Token.endOfFile);
    const expr: AttrSet = { kind: "attrs", recursive: false, bindings, start, end: this.lexer.previousEnd };
    return { expr, fragment: true };
  }

  // Expressions

  private expression(): Expr {
    const first = this.prefix();
    if (first === undefined) return this.operation();
    const prefixes = [first];
    for (let prefix = this.prefix(); prefix !== undefined; prefix = this.prefix()) prefixes.push(prefix);
    let expr = this.operation();
    const end = this.lexer.previousEnd;
    for (let i = prefixes.length - 1; i >= 0; i--) expr = (prefixes[i] as Prefix)(expr, end);
    return expr;
  }

  private prefix(): Prefix | undefined {
    switch (this.lexer.kind) {
      case Token.identifier:
        return this.startsLambda() ? this.lambda() : undefined;
      case Token.openBrace:
        return this.startsFormals() ? this.formalsLambda() : undefined;
      case Token.let:
        return this.lexer.peek() === openBrace ? undefined : this.let();
      case Token.if:
        return this.if();
      case Token.with:
        return this.with();
      case Token.assert:
        return this.assert();
      default:
        return undefined;
    }
  }

  private startsLambda(): boolean {
    const after = this.lexer.peek();
    return after === colon || after === at;
  }

  /** Whether a `{` opens formals rather than a set. */
  private startsFormals(): boolean {
    const { lexer } = this;
    const state = lexer.save();
    lexer.next();
    let formals = lexer.kind === Token.ellipsis;
    if (lexer.kind === Token.identifier) {
      lexer.next();
      formals = lexer.kind === Token.comma || lexer.kind === Token.question || lexer.kind === Token.closeBrace;
    } else if (lexer.kind === Token.closeBrace) {
      lexer.next();
      formals = lexer.kind === Token.colon || lexer.kind === Token.at;
    }
    lexer.restore(state);
    return formals;
  }

  private lambda(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    const parameter = lexer.slice();
    lexer.next();
    if (lexer.kind === Token.colon) {
      lexer.next();
      return (body, end) => ({ kind: "lambda", parameter, body, start, end });
    }
    this.take(Token.at);
    if (lexer.kind !== Token.openBrace) throw this.unexpected(Token.openBrace);
    const formals = this.formals();
    this.take(Token.colon);
    this.checkParameter(parameter, start, formals);
    return (body, end) => ({ kind: "lambda", parameter, formals, body, start, end });
  }

  private formalsLambda(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    const formals = this.formals();
    if (lexer.kind === Token.colon) {
      lexer.next();
      return (body, end) => ({ kind: "lambda", formals, body, start, end });
    }
    if (lexer.kind !== Token.at) throw this.unexpected(Token.colon, Token.at);
    lexer.next();
    if (lexer.kind !== Token.identifier) throw this.unexpected(Token.identifier);
    const parameter = lexer.slice();
    this.checkParameter(parameter, lexer.start, formals);
    lexer.next();
    this.take(Token.colon);
    return (body, end) => ({ kind: "lambda", parameter, formals, body, start, end });
  }

  private formals(): Formals {
    const { lexer } = this;
    const list: Formal[] = [];
    const names = new Set<string>();
    lexer.next();
    while (lexer.kind === Token.identifier) {
      const formal = this.formal();
      if (names.has(formal.name)) throw this.duplicateFormal(formal.name, formal.start);
      names.add(formal.name);
      list.push(formal);
      if (lexer.kind === Token.closeBrace) break;
      this.take(Token.comma, Token.closeBrace);
    }
    const ellipsis = lexer.kind === Token.ellipsis;
    if (ellipsis) lexer.next();
    this.take(Token.closeBrace);
    return { list, ellipsis };
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
    if (formals.list.some((formal) => formal.name === name)) throw this.duplicateFormal(name, start);
  }

  private duplicateFormal(name: string, start: number): NixSyntaxError {
    return this.error(`duplicate formal function argument '${name}'`, start, start + name.length);
  }

  private let(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const bindings = this.bindings(Token.in);
    const [dynamic] = bindings.dynamic;
    if (dynamic !== undefined) throw this.error("dynamic attributes not allowed in let", dynamic.start, dynamic.end);
    this.take(Token.in);
    return (body, end) => ({ kind: "let", bindings, body, start, end });
  }

  private if(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const condition = this.expression();
    this.take(Token.then);
    const then = this.expression();
    this.take(Token.else);
    return (body, end) => ({ kind: "if", condition, then, else: body, start, end });
  }

  private with(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const scope = this.expression();
    this.take(Token.semicolon);
    return (body, end) => ({ kind: "with", scope, body, start, end });
  }

  private assert(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const condition = this.expression();
    this.take(Token.semicolon);
    return (body, end) => ({ kind: "assert", condition, body, start, end });
  }

  // Operators

  private operation(): Expr {
    const { lexer, pending } = this;
    const base = pending.length;
    while (true) {
      this.prefixOperators();
      const { start } = lexer;
      let operand = this.application();
      this.operandStart = start;
      while (lexer.kind === Token.question) {
        operand = this.hasAttr(this.reduce(operand, base, hasAttrPrecedence, undefined));
      }
      const rule = binaryOperators[lexer.kind];
      if (rule === undefined) return this.reduce(operand, base, -1, undefined);
      if (rule.precedence === 0) this.checkPipes();
      const left = this.reduce(operand, base, rule.precedence, rule);
      pending.push({
        precedence: rule.precedence,
        rule,
        left,
        start: this.operandStart,
        operatorStart: lexer.start,
      });
      lexer.next();
    }
  }

  private prefixOperators(): void {
    const { lexer, pending } = this;
    while (lexer.kind === Token.not || lexer.kind === Token.minus) {
      const { start } = lexer;
      const precedence = lexer.kind === Token.not ? notPrecedence : negatePrecedence;
      pending.push({ precedence, rule: undefined, left: undefined, start, operatorStart: start });
      lexer.next();
    }
  }

  /** Completes the waiting operators, down to `base`, that bind their right operand tighter than `next` would. */
  private reduce(operand: Expr, base: number, precedence: number, next: OperatorRule | undefined): Expr {
    const { pending } = this;
    let result = operand;
    while (pending.length > base) {
      const top = pending[pending.length - 1] as Pending;
      if (top.precedence < precedence) break;
      if (top.precedence === precedence && next !== undefined) {
        if (next.associativity === "none" || next.associativity !== top.rule?.associativity) throw this.unexpected();
        if (next.associativity === "right") break;
      }
      pending.pop();
      result = complete(top, result, this.lexer.previousEnd);
      this.operandStart = top.start;
    }
    return result;
  }

  private checkPipes(): void {
    if (this.options.pipeOperators) return;
    const feature = "experimental Nix feature 'pipe-operators' is disabled";
    const message = `${feature}; add '--extra-experimental-features pipe-operators' to enable it`;
    throw this.error(message, this.lexer.start, this.lexer.end);
  }

  private hasAttr(subject: Expr): Expr {
    const start = this.operandStart;
    this.lexer.next();
    const path = this.attrPath();
    this.operandStart = start;
    return { kind: "has-attr", subject, path, start, end: this.lexer.previousEnd };
  }

  // Application and selection

  private application(): Expr {
    const { lexer } = this;
    const { start } = lexer;
    let fn = this.select();
    if (!startsOperand[lexer.kind]) return fn;
    const args: Expr[] = [];
    let or: OrArgument | undefined;
    if (fn === this.orCall?.node) {
      // Nix makes one call of `f or x`, with the variable `or` as first argument.
      or = { ...this.orCall, position: 0, adjacent: false };
      args.push(or.node.args[0] as Expr);
      ({ fn } = or.node);
    }
    while (startsOperand[lexer.kind]) {
      const adjacent = args.length === 0 && !this.portable && this.atIndex(fn);
      const argument = this.select();
      const indexed = adjacent ? indexCall(fn, argument, start, lexer.previousEnd) : undefined;
      if (indexed !== undefined) {
        fn = indexed;
        continue;
      }
      if (argument === this.orCall?.node) or = { ...this.orCall, position: args.length, adjacent };
      args.push(argument);
    }
    if (args.length === 0) return fn;
    const call: Call = { kind: "call", fn, args, start, end: lexer.previousEnd };
    return or === undefined || this.portable ? call : withOrDefault(call, or);
  }

  /** Whether the current token is a bracket right behind something that may be a list. */
  private atIndex(list: Expr): boolean {
    const { kind, start, previousEnd } = this.lexer;
    if (kind !== Token.openBracket || start !== previousEnd) return false;
    if (list.kind === "variable") return true;
    if (list.kind === "select" || list.kind === "index-call") return list.fallback === undefined;
    return this.source.text.charCodeAt(previousEnd - 1) === closeParen;
  }

  private select(): Expr {
    const { lexer } = this;
    let waiting: PendingSelect[] | undefined;
    let expr: Expr;
    while (true) {
      const { start } = lexer;
      const subject = this.simple();
      if (lexer.kind === Token.dot) {
        lexer.next();
        const path = this.attrPath();
        if (lexer.kind === Token.or) {
          lexer.next();
          waiting ??= [];
          waiting.push({ subject, path, start });
          continue;
        }
        expr = { kind: "select", subject, path, start, end: lexer.previousEnd };
      } else if (lexer.kind === Token.or) expr = this.callOfOr(subject, start);
      else expr = subject;
      break;
    }
    if (waiting === undefined) return expr;
    for (let i = waiting.length - 1; i >= 0; i--) {
      expr = { kind: "select", ...(waiting[i] as PendingSelect), fallback: expr, end: lexer.previousEnd };
    }
    return expr;
  }

  /** Nix's grammar, for the sake of old code that defines a function called `or`: `x or` calls `x` with it. */
  private callOfOr(fn: Expr, start: number): Call {
    const { lexer } = this;
    const { start: orStart, end, previousEnd: fnEnd } = lexer;
    lexer.next();
    const node: Call = { kind: "call", fn, args: [{ kind: "variable", name: "or", start: orStart, end }], start, end };
    this.orCall = { node, fnEnd };
    return node;
  }

  private attrPath(): AttrPath {
    const { lexer } = this;
    const path = [this.attrName()];
    while (lexer.kind === Token.dot) {
      lexer.next();
      path.push(this.attrName());
    }
    return path;
  }

  private attrName(): AttrName {
    const { lexer } = this;
    const { start, end } = lexer;
    switch (lexer.kind) {
      case Token.identifier:
      case Token.or: {
        const name = lexer.slice();
        lexer.next();
        return { name, start, end };
      }
      case Token.quote:
        return this.nameOf(this.string(), start);
      case Token.dollarCurly: {
        lexer.next();
        const expr = this.expression();
        this.take(Token.closeBrace);
        return this.nameOf(expr, start);
      }
      default:
        throw this.unexpected(Token.identifier, Token.or, Token.dollarCurly, Token.quote);
    }
  }

  private nameOf(expr: Expr, start: number): AttrName {
    const end = this.lexer.previousEnd;
    const name = this.pieced.has(expr) ? undefined : plainString(expr);
    return name === undefined ? { expr, start, end } : { name, start, end };
  }

  // Operands

  private simple(): Expr {
    const { lexer } = this;
    const { start, end } = lexer;
    switch (lexer.kind) {
      case Token.identifier: {
        const name = lexer.slice();
        lexer.next();
        if (name === "__curPos") return { kind: "current-position", start, end };
        return { kind: "variable", name, start, end };
      }
      case Token.integer:
        return this.integer();
      case Token.float:
        return this.float();
      case Token.quote:
        return this.string();
      case Token.indentedOpen:
        return this.indentedString();
      case Token.path:
      case Token.homePath:
        return this.path();
      case Token.searchPath: {
        const path = this.source.text.slice(start + 1, end - 1);
        lexer.next();
        return { kind: "search-path", path, start, end };
      }
      case Token.uri: {
        const parts = [lexer.slice()];
        lexer.next();
        return { kind: "string", parts, start, end };
      }
      case Token.openParen:
        return this.parentheses();
      case Token.openBracket:
        return this.list();
      case Token.openBrace:
        return this.set(start, false);
      case Token.rec:
        lexer.next();
        return this.set(start, true);
      case Token.let:
        return this.oldLet();
      default:
        throw this.unexpected();
    }
  }

  private integer(): Expr {
    const { lexer } = this;
    const { start, end } = lexer;
    const digits = lexer.slice();
    let value: number | bigint = Number(digits);
    if (!Number.isSafeInteger(value)) {
      value = BigInt(digits);
      if (value > maximumInteger) throw this.error(`invalid integer '${digits}'`, start, end);
    }
    lexer.next();
    return { kind: "int", value, start, end };
  }

  /** Like Nix, refuses what C's `strtod` reports as out of range: too large, or too small to be exact. */
  private float(): Expr {
    const { lexer } = this;
    const { start, end } = lexer;
    const digits = lexer.slice();
    const value = Number(digits);
    const tiny = value < smallestNormalFloat && /^[0.]*[1-9]/.test(digits);
    if (value === Number.POSITIVE_INFINITY || tiny) throw this.error(`invalid float '${digits}'`, start, end);
    lexer.next();
    return { kind: "float", value, start, end };
  }

  private parentheses(): Expr {
    this.lexer.next();
    const expr = this.expression();
    this.take(Token.closeParen);
    this.orCall = undefined;
    return expr;
  }

  private list(): ListExpr {
    const { lexer } = this;
    const { start } = lexer;
    const items: Expr[] = [];
    lexer.next();
    while (lexer.kind !== Token.closeBracket) items.push(this.select());
    lexer.next();
    return { kind: "list", items, start, end: lexer.previousEnd };
  }

  private set(start: number, recursive: boolean): AttrSet {
    const { lexer } = this;
    this.take(Token.openBrace);
    const bindings = this.bindings(Token.closeBrace);
    this.take(Token.closeBrace);
    return { kind: "attrs", recursive, bindings, start, end: lexer.previousEnd };
  }

  private oldLet(): Select {
    const { start } = this.lexer;
    this.lexer.next();
    const subject = this.set(start, true);
    const { end } = subject;
    return { kind: "select", subject, path: [{ name: "body", start, end }], start, end };
  }

  // Bindings

  private bindings(close: Token): BindingSet {
    const { lexer } = this;
    const set = new BindingSet(this.context);
    while (lexer.kind !== close) {
      if (lexer.kind === Token.inherit) this.inherit(set);
      else {
        const path = this.attrPath();
        this.take(Token.assign);
        set.add(path, this.expression());
      }
      if (lexer.kind === Token.endOfFile && close === Token.endOfFile) break;
      this.take(Token.semicolon);
    }
    return set;
  }

  private inherit(set: BindingSet): void {
    const { lexer } = this;
    lexer.next();
    let from: "outer" | number = "outer";
    if (lexer.kind === Token.openParen) {
      from = set.inheritFrom.length;
      set.inheritFrom.push(this.parentheses());
    }
    while (startsAttrName(lexer.kind)) {
      const attr = this.attrName();
      if (attr.name === undefined) throw this.error("dynamic attributes not allowed in inherit", attr.start, attr.end);
      set.inherit(attr.name, attr, from);
    }
  }

  // Strings and paths

  private string(): StringExpr {
    const { lexer } = this;
    const { start } = lexer;
    const parts: (string | Expr)[] = [];
    while (true) {
      lexer.nextInString();
      if (lexer.kind === Token.text) parts.push(lexer.escaped ? unescapeText(lexer.slice()) : lexer.slice());
      else if (lexer.kind === Token.dollarCurly) parts.push(this.interpolation());
      else break;
    }
    this.take(Token.quote);
    return { kind: "string", parts, start, end: lexer.previousEnd };
  }

  private indentedString(): StringExpr {
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
    this.take(Token.indentedClose);
    const stripped = stripIndentation(pieces);
    const parts = joinTexts(stripped);
    const expr: StringExpr = { kind: "string", parts, start, end: lexer.previousEnd };
    if (stripped.length > 1) this.pieced.add(expr);
    return expr;
  }

  /** What stands between `${` and `}`. The lexer is left at the `}`, for the caller to go on in its mode. */
  private interpolation(): Expr {
    this.lexer.next();
    const expr = this.expression();
    if (this.lexer.kind !== Token.closeBrace) throw this.unexpected(Token.closeBrace);
    return expr;
  }

  private path(): PathExpr {
    const { lexer } = this;
    const { start } = lexer;
    const parts: (string | Expr)[] = [lexer.slice()];
    let texts = 0;
    let interpolated = false;
    while (true) {
      lexer.nextInPath();
      if (lexer.kind === Token.text) {
        // Nix's grammar has room for one more piece of text (`./a//b`) before the first interpolation.
        if (!interpolated && ++texts > 1) throw this.unexpected(Token.dollarCurly);
        parts.push(lexer.slice());
      } else if (lexer.kind === Token.dollarCurly) {
        interpolated = true;
        parts.push(this.interpolation());
      } else break;
    }
    if (texts > 0 && !interpolated) throw this.unexpected(Token.dollarCurly);
    const end = lexer.end;
    lexer.next();
    return { kind: "path", parts: parts as [string, ...(string | Expr)[]], start, end };
  }

  // Tokens and errors

  /** Steps over a token of the given kind; `others` are what else could stand here, for the message. */
  private take(kind: Token, ...others: Token[]): void {
    if (this.lexer.kind !== kind) throw this.unexpected(kind, ...others);
    this.lexer.next();
  }

  private unexpected(...expected: Token[]): NixSyntaxError {
    const { kind, start, end } = this.lexer;
    const found = `syntax error, unexpected ${tokenNames[kind]}`;
    const names = expected.map((token) => tokenNames[token]);
    const message = names.length > 0 ? `${found}, expecting ${names.join(" or ")}` : found;
    return this.error(message, start, end);
  }

  private error(message: string, start: number, end: number, help?: string): NixSyntaxError {
    return new NixSyntaxError(message, { source: this.source, start, end }, help);
  }
}

function complete(pending: Pending, operand: Expr, end: number): Expr {
  const { left, rule, precedence, start, operatorStart } = pending;
  if (left === undefined || rule === undefined) {
    return { kind: precedence === notPrecedence ? "not" : "negate", operand, start, end };
  }
  return { kind: "binary", operator: rule.operator, left, right: operand, operatorStart, start, end };
}

/** No expression starts with these, but a binding does. */
function startsBindingOnly(kind: Token): boolean {
  return kind === Token.inherit || kind === Token.or || kind === Token.dollarCurly;
}

function startsAttrName(kind: Token): boolean {
  return kind === Token.identifier || kind === Token.or || kind === Token.quote || kind === Token.dollarCurly;
}

/** Whether an expression reads as an attribute path, with which a binding would begin. */
function isAttrPath(expr: Expr): boolean {
  if (expr.kind === "variable" || expr.kind === "string") return true;
  return expr.kind === "select" && expr.fallback === undefined && isAttrPath(expr.subject);
}
