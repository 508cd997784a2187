/**
 * Nix's grammar by recursive descent. Whatever repeats is a loop: chains of operators (with a stack of
 * those that wait for their right side), `x: y: …`, `if … else if …`, `a.b.c`, `a.b or c.d or …`,
 * applications. What nests recurses, a limited number of levels deep: text nested deeper is parsed from
 * the inside out, so that no text can exhaust the stack (see `insideOut`).
 *
 * Two decisions need more than the current token: a lambda's `x:` takes a look at the byte behind the
 * name, and `{ a, b }:` at up to two tokens behind the brace.
 */
import type { AttrName, AttrPath, AttrSet, Call, Expr, ListExpr, Select } from "./ast.js";
import { type BindingContext, BindingSet } from "./binding-set.js";
import { indexCall, type OrArgument, type OrCall, withOrDefault } from "./dialect.js";
import { LambdaReader, type Prefix } from "./lambda-reader.js";
import { Lexer } from "./lexer.js";
import { LiteralReader } from "./literal-reader.js";
import { plainString } from "./literals.js";
import { deepStarts } from "./nesting.js";
import { OperatorStack } from "./operator-stack.js";
import { binaryOperators, hasAttrPrecedence, negatePrecedence, notPrecedence } from "./operators.js";
import { Scratch } from "./scratch.js";
import type { Source } from "./source.js";
import { NixSyntaxError, type SyntaxWarning } from "./syntax-error.js";
import { startsAttrName, startsOperand, Token } from "./tokens.js";
import { missingSemicolon, type Place, unexpected } from "./unexpected.js";

export interface ParseOptions {
  /** Refuse the spellings that real Nix refuses. */
  readonly portable?: boolean;
  /** Whether the experimental `|>` and `<|` are on. */
  readonly pipeOperators?: boolean;
  readonly warn?: (warning: SyntaxWarning) => void;
}

export interface Parsed {
  readonly expr: Expr;
  /** Whether the text was bare bindings, read as a set. */
  readonly fragment: boolean;
}

/**
 * Parses a source text.
 *
 * @throws {NixSyntaxError}
 */
export function parse(source: Source, options: ParseOptions = {}): Parsed {
  return new Parser(source, options).file();
}

/** `subject.path or`, waiting for what follows. */
interface PendingSelect {
  readonly subject: Expr;
  readonly path: AttrPath;
  readonly start: number;
}

/** How many expressions and lists may be within each other before the inner ones are parsed first. */
const depthLimit = 100;

const openBrace = "{".charCodeAt(0);
const closeParen = ")".charCodeAt(0);

class Parser {
  private readonly lexer: Lexer;
  private readonly literals: LiteralReader;
  private readonly lambdas: LambdaReader;
  private readonly operators: OperatorStack;
  private readonly context: BindingContext;
  private readonly portable: boolean;
  private readonly pipeOperators: boolean;
  private readonly scratch = new Scratch();
  /** The last call that Nix reads out of `x or`, unless in parentheses. */
  private orCall: OrCall | undefined;
  /** The last argument, and where the text before it ended: there a `;` is missing if it turns out to be a name. */
  private argument: Expr | undefined;
  private beforeArgument = 0;
  private depth = 0;
  /** What was parsed ahead because it is nested deeply, by `readyKey`. */
  private ready: Map<number, { readonly expr: Expr; readonly end: number }> | undefined;

  constructor(
    private readonly source: Source,
    options: ParseOptions,
  ) {
    this.portable = options.portable ?? false;
    this.pipeOperators = options.pipeOperators ?? false;
    this.context = { source, portable: this.portable, warn: options.warn };
    this.lexer = new Lexer(source);
    this.operators = new OperatorStack(this.lexer);
    const expression = () => this.expression();
    this.literals = new LiteralReader(this.lexer, expression);
    this.lambdas = new LambdaReader(this.lexer, this.scratch, expression);
  }

  file(): Parsed {
    const { lexer } = this;
    lexer.next();
    if (!this.portable && this.startsFragment()) return this.fragment();
    const expr = this.expression();
    if (lexer.kind === Token.endOfFile) return { expr, fragment: false };
    if (!this.portable && lexer.kind === Token.assign && isAttrPath(expr)) {
      this.goTo(0);
      return this.fragment();
    }
    throw unexpected(lexer, "file", Token.endOfFile);
  }

  /** Whether the first token can begin a binding but no expression, and does. */
  private startsFragment(): boolean {
    const { kind } = this.lexer;
    if (kind !== Token.or && kind !== Token.dollarCurly) return kind === Token.inherit;
    this.attrPath();
    const isBinding = this.lexer.kind === Token.assign;
    this.goTo(0);
    return isBinding;
  }

  /** Dialect: bindings without braces around them; the last one may lack its `;`. */
  private fragment(): Parsed {
    const { start } = this.lexer;
    const bindings = this.bindings(Token.endOfFile);
    const expr: AttrSet = { kind: "attrs", recursive: false, bindings, start, end: this.lexer.previousEnd };
    return { expr, fragment: true };
  }

  // Expressions

  private expression(): Expr {
    const ready = this.takeReady(false);
    if (ready !== undefined) return ready;
    if (this.depth >= depthLimit) return this.insideOut(() => this.expression());
    this.depth++;
    const expr = this.prefixed();
    this.depth--;
    return expr;
  }

  private prefixed(): Expr {
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
      case Token.openBrace:
        return this.lambdas.prefix();
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

  private let(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const bindings = this.bindings(Token.in);
    const [dynamic] = bindings.dynamic;
    if (dynamic !== undefined) {
      const message = "dynamic attributes not allowed in let";
      throw this.error(
        message,
        dynamic.start,
        dynamic.end,
        "a dynamic name needs a set around it: 'let set = { ... };'",
      );
    }
    this.take(Token.in, "let");
    return (body, end) => ({ kind: "let", bindings, body, start, end });
  }

  private if(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const condition = this.expression();
    this.take(Token.then, "if");
    const then = this.expression();
    this.take(Token.else, "if");
    return (body, end) => ({ kind: "if", condition, then, else: body, start, end });
  }

  private with(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const scope = this.expression();
    this.take(Token.semicolon, "other");
    return (body, end) => ({ kind: "with", scope, body, start, end });
  }

  private assert(): Prefix {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const condition = this.expression();
    this.take(Token.semicolon, "other");
    return (body, end) => ({ kind: "assert", condition, body, start, end });
  }

  // Operators

  private operation(): Expr {
    const { lexer, operators } = this;
    const base = operators.height;
    for (;;) {
      this.prefixOperators();
      const { start } = lexer;
      let operand = this.application();
      operators.operandStart = start;
      while (lexer.kind === Token.question) {
        operand = this.hasAttr(operators.reduce(operand, base, hasAttrPrecedence, undefined));
      }
      const rule = binaryOperators[lexer.kind];
      if (rule === undefined) return operators.reduce(operand, base, -1, undefined);
      if (rule.precedence === 0 && !this.pipeOperators) throw this.pipesDisabled();
      operators.pushBinary(rule, operators.reduce(operand, base, rule.precedence, rule));
      lexer.next();
    }
  }

  private prefixOperators(): void {
    const { lexer } = this;
    while (lexer.kind === Token.not || lexer.kind === Token.minus) {
      this.operators.pushPrefix(lexer.kind === Token.not ? notPrecedence : negatePrecedence);
      lexer.next();
    }
  }

  private pipesDisabled(): NixSyntaxError {
    const feature = "experimental Nix feature 'pipe-operators' is disabled";
    const remedy = "add '--extra-experimental-features pipe-operators' to enable it";
    return this.error(`${feature}; ${remedy}`, this.lexer.start, this.lexer.end);
  }

  private hasAttr(subject: Expr): Expr {
    const start = this.operators.operandStart;
    this.lexer.next();
    const path = this.attrPath();
    this.operators.operandStart = start;
    return { kind: "has-attr", subject, path, start, end: this.lexer.previousEnd };
  }

  // Application and selection

  private application(): Expr {
    const { lexer } = this;
    const { start } = lexer;
    const fn = this.select();
    return startsOperand[lexer.kind] ? this.call(fn, start) : fn;
  }

  private call(first: Expr, start: number): Expr {
    const { lexer, scratch } = this;
    const base = scratch.top;
    let fn = first;
    let or: OrArgument | undefined;
    if (fn === this.orCall?.node) {
      // Nix makes one call of `f or x`, with the variable `or` as first argument.
      or = { ...this.orCall, position: 0, adjacent: false };
      scratch.push(or.node.args[0]);
      ({ fn } = or.node);
    }
    do {
      const adjacent = scratch.top === base && !this.portable && this.atIndex(fn);
      const { previousEnd } = lexer;
      const argument = this.select();
      const indexed = adjacent ? indexCall(fn, argument, start, lexer.previousEnd) : undefined;
      if (indexed !== undefined) {
        fn = indexed;
        continue;
      }
      if (argument === this.orCall?.node) or = { ...this.orCall, position: scratch.top - base, adjacent };
      this.argument = argument;
      this.beforeArgument = previousEnd;
      scratch.push(argument);
    } while (startsOperand[lexer.kind]);
    if (scratch.top === base) return fn;
    const call: Call = { kind: "call", fn, args: scratch.take<Expr>(base), start, end: lexer.previousEnd };
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
          const select = { subject, path, start };
          if (waiting === undefined) waiting = [select];
          else waiting.push(select);
          continue;
        }
        expr = { kind: "select", subject, path, start, end: lexer.previousEnd };
      } else if (lexer.kind === Token.or) expr = this.callOfOr(subject, start);
      else expr = subject;
      break;
    }
    if (waiting === undefined) return expr;
    const end = lexer.previousEnd;
    for (let i = waiting.length - 1; i >= 0; i--) {
      const { subject, path, start } = waiting[i] as PendingSelect;
      expr = { kind: "select", subject, path, fallback: expr, start, end };
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
    const { lexer, scratch } = this;
    const first = this.attrName();
    if (lexer.kind !== Token.dot) return [first];
    const base = scratch.top;
    scratch.push(first);
    while (lexer.kind === Token.dot) {
      lexer.next();
      scratch.push(this.attrName());
    }
    return scratch.take<AttrName>(base);
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
        return this.nameOf(this.literals.string(), start);
      case Token.dollarCurly: {
        lexer.next();
        const expr = this.expression();
        this.take(Token.closeBrace, "other");
        return this.nameOf(expr, start);
      }
      default:
        throw unexpected(lexer, "name", Token.identifier, Token.or, Token.dollarCurly, Token.quote);
    }
  }

  private nameOf(expr: Expr, start: number): AttrName {
    const end = this.lexer.previousEnd;
    const name = plainString(expr);
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
        return this.literals.integer();
      case Token.float:
        return this.literals.float();
      case Token.quote:
        return this.literals.string();
      case Token.indentedOpen:
        return this.literals.indentedString();
      case Token.path:
      case Token.homePath:
        return this.literals.path();
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
        throw unexpected(lexer, "operand");
    }
  }

  private parentheses(): Expr {
    this.lexer.next();
    const expr = this.expression();
    this.take(Token.closeParen, "parentheses");
    this.orCall = undefined;
    return expr;
  }

  private list(): Expr {
    const ready = this.takeReady(true);
    if (ready !== undefined) return ready;
    if (this.depth > depthLimit) return this.insideOut(() => this.list());
    this.depth++;
    const { lexer, scratch } = this;
    const { start } = lexer;
    const base = scratch.top;
    lexer.next();
    while (lexer.kind !== Token.closeBracket) {
      if (!startsOperand[lexer.kind]) throw unexpected(lexer, "list");
      scratch.push(this.select());
    }
    const { end } = lexer;
    lexer.next();
    this.depth--;
    return { kind: "list", items: scratch.take<Expr>(base), start, end } satisfies ListExpr;
  }

  private set(start: number, recursive: boolean): AttrSet {
    const { lexer } = this;
    this.take(Token.openBrace, "other");
    const bindings = this.bindings(Token.closeBrace);
    const { end } = lexer;
    lexer.next();
    return { kind: "attrs", recursive, bindings, start, end };
  }

  private oldLet(): Select {
    const { start } = this.lexer;
    this.lexer.next();
    if (this.lexer.kind !== Token.openBrace) throw unexpected(this.lexer, "embeddedLet", Token.openBrace);
    const subject = this.set(start, true);
    const { end } = subject;
    return { kind: "select", subject, path: [{ name: "body", start, end }], start, end };
  }

  // Bindings

  /** Bindings up to the token that ends them, which is left to the caller. */
  private bindings(close: Token): BindingSet {
    const { lexer } = this;
    const set = new BindingSet(this.context);
    while (lexer.kind !== close) {
      if (lexer.kind === Token.inherit) this.inherit(set, close);
      else if (startsAttrName[lexer.kind]) this.binding(set, close);
      else throw unexpected(lexer, close === Token.in ? "let" : "bindings");
      // The last binding of a fragment may go without.
      if (lexer.kind === Token.endOfFile) break;
      lexer.next();
    }
    set.trim();
    return set;
  }

  private binding(set: BindingSet, close: Token): void {
    const { lexer } = this;
    const path = this.attrPath();
    if (lexer.kind !== Token.assign) throw unexpected(lexer, "name", Token.dot, Token.assign);
    lexer.next();
    const value = this.expression();
    if (lexer.kind !== Token.semicolon) this.noSemicolon(close);
    set.add(path, value, lexer.previousEnd);
  }

  /** Complains in the best place, unless the file ends in a fragment. */
  private noSemicolon(close: Token): void {
    const { lexer } = this;
    if (lexer.kind === Token.endOfFile && close === Token.endOfFile) return;
    if (lexer.kind === Token.assign && this.argument?.end === lexer.previousEnd && isAttrPath(this.argument)) {
      // `a = 1 b = 2`: what was read as an argument is the next binding's name.
      throw missingSemicolon(lexer, this.beforeArgument, Token.semicolon);
    }
    if (this.startsBinding()) throw missingSemicolon(lexer, lexer.previousEnd, Token.semicolon);
    throw unexpected(lexer, "binding", Token.semicolon);
  }

  private inherit(set: BindingSet, close: Token): void {
    const { lexer } = this;
    lexer.next();
    let from: "outer" | number = "outer";
    if (lexer.kind === Token.openParen) from = set.addSource(this.parentheses());
    let beforeName = lexer.previousEnd;
    while (startsAttrName[lexer.kind]) {
      beforeName = lexer.previousEnd;
      const { name, start, end } = this.attrName();
      if (name === undefined) {
        const help = "write the names out: what is inherited must be known before anything is evaluated";
        throw this.error("dynamic attributes not allowed in inherit", start, end, help);
      }
      set.inherit(name, start, end, from);
    }
    if (lexer.kind === Token.semicolon || (lexer.kind === Token.endOfFile && close === Token.endOfFile)) return;
    if (lexer.kind === Token.assign) throw missingSemicolon(lexer, beforeName);
    if (this.startsBinding()) throw missingSemicolon(lexer, lexer.previousEnd);
    throw unexpected(lexer, "inherit");
  }

  /** Whether the current token, behind a value, can only mean that the value's `;` is missing. */
  private startsBinding(): boolean {
    const { kind, previousEnd, start } = this.lexer;
    if (kind === Token.dollarCurly) return this.source.text.slice(previousEnd, start).includes("\n");
    return startsOperand[kind] === true || kind === Token.inherit || kind === Token.closeBrace || kind === Token.in;
  }

  // Deep nesting

  /**
   * Parses the deeply nested expression or list that begins at the current token: first its innermost
   * parts, a limited number of levels each, then what is around them, which finds them ready. The parts
   * are found by walking the tokens, which needs no recursion.
   */
  private insideOut(parseAll: () => Expr): Expr {
    const { lexer, depth } = this;
    const { start } = lexer;
    this.ready ??= new Map();
    for (const { offset, isList } of deepStarts(this.source, start, depthLimit / 2).toReversed()) {
      this.depth = 0;
      this.goTo(offset);
      const expr = isList ? this.list() : this.expression();
      this.ready.set(readyKey(offset, isList), { expr, end: lexer.previousEnd });
    }
    this.depth = 0;
    this.goTo(start);
    const expr = parseAll();
    this.depth = depth;
    return expr;
  }

  /** The expression or list that begins at the current token, if it was parsed ahead. */
  private takeReady(isList: boolean): Expr | undefined {
    if (this.ready === undefined) return undefined;
    const key = readyKey(this.lexer.start, isList);
    const found = this.ready.get(key);
    if (found === undefined) return undefined;
    this.ready.delete(key);
    this.goTo(found.end);
    return found.expr;
  }

  /** Makes the token at or behind an offset the current one. */
  private goTo(offset: number): void {
    this.lexer.seek(offset);
    this.lexer.next();
  }

  // Tokens and errors

  /** Steps over a token of the given kind. */
  private take(kind: Token, place: Place): void {
    if (this.lexer.kind !== kind) throw unexpected(this.lexer, place, kind);
    this.lexer.next();
  }

  private error(message: string, start: number, end: number, help?: string): NixSyntaxError {
    return new NixSyntaxError(message, { source: this.source, start, end }, help);
  }
}

/** Whether an expression reads as an attribute path, with which a binding would begin. */
function isAttrPath(expr: Expr): boolean {
  if (expr.kind === "variable" || expr.kind === "string" || expr.kind === "current-position") return true;
  return expr.kind === "select" && expr.fallback === undefined && isAttrPath(expr.subject);
}

function readyKey(offset: number, isList: boolean): number {
  return offset * 2 + Number(isList);
}
