/** Nix's operators: how tightly they bind and to which side. */
import type { BinaryOperator } from "./ast.js";
import { Token } from "./tokens.js";

export interface OperatorRule {
  readonly operator: BinaryOperator;
  /** Higher binds tighter. */
  readonly precedence: number;
  readonly associativity: "left" | "right" | "none";
}

const rules: readonly (readonly [number, OperatorRule["associativity"], Token, BinaryOperator])[] = [
  // Of one level but opposite associativity, and so not to be mixed without parentheses.
  [0, "right", Token.pipeFrom, "<|"],
  [0, "left", Token.pipeInto, "|>"],
  [1, "right", Token.implies, "->"],
  [2, "left", Token.barBar, "||"],
  [3, "left", Token.and, "&&"],
  [4, "none", Token.equals, "=="],
  [4, "none", Token.notEquals, "!="],
  [5, "none", Token.less, "<"],
  [5, "none", Token.lessOrEqual, "<="],
  [5, "none", Token.greater, ">"],
  [5, "none", Token.greaterOrEqual, ">="],
  [6, "right", Token.update, "//"],
  [8, "left", Token.plus, "+"],
  [8, "left", Token.minus, "-"],
  [9, "left", Token.times, "*"],
  [9, "left", Token.divide, "/"],
  [10, "right", Token.concat, "++"],
];

/** `!` */
export const notPrecedence = 7;
/** `?` */
export const hasAttrPrecedence = 11;
/** Unary `-` */
export const negatePrecedence = 12;

/** The rule of each token that is a binary operator, by its kind. */
export const binaryOperators: readonly (OperatorRule | undefined)[] = (() => {
  const table = new Array<OperatorRule | undefined>(Object.keys(Token).length).fill(undefined);
  for (const [precedence, associativity, token, operator] of rules) {
    table[token] = { operator, precedence, associativity };
  }
  return table;
})();
