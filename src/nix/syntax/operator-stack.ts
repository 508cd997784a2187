/**
 * Operators that wait for their right operand. Chains of any length are completed by a loop over this
 * stack. Operations within operations (in brackets) share it, each above the height at which it began.
 */
import type { Expr } from "./ast.js";
import type { Lexer } from "./lexer.js";
import { notPrecedence, type OperatorRule } from "./operators.js";
import { unexpected } from "./unexpected.js";

/** A prefix operator has no left operand and no rule. */
interface Waiting {
  readonly precedence: number;
  readonly rule: OperatorRule | undefined;
  readonly left: Expr | undefined;
  /** Where the operation starts. */
  readonly start: number;
  readonly operatorStart: number;
}

export class OperatorStack {
  /** Where the operand last completed starts, its parentheses included. */
  operandStart = 0;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly lexer: Lexer) {}

  get height(): number {
    return this.waiting.length;
  }

  /** The current token is a prefix operator. */
  pushPrefix(precedence: number): void {
    const { start } = this.lexer;
    this.waiting.push({ precedence, rule: undefined, left: undefined, start, operatorStart: start });
  }

  /** The current token is a binary operator, behind its left operand, the one last completed. */
  pushBinary(rule: OperatorRule, left: Expr): void {
    const { precedence } = rule;
    this.waiting.push({ precedence, rule, left, start: this.operandStart, operatorStart: this.lexer.start });
  }

  /**
   * Completes the operators down to `base` that bind the operand tighter than the current token does,
   * an operator of this precedence, and of this rule when it is a binary one.
   */
  reduce(operand: Expr, base: number, precedence: number, next: OperatorRule | undefined): Expr {
    const { waiting } = this;
    let result = operand;
    while (waiting.length > base) {
      const top = waiting[waiting.length - 1] as Waiting;
      if (top.precedence < precedence) break;
      if (top.precedence === precedence && next !== undefined) {
        const sameSide = next.associativity === top.rule?.associativity;
        if (next.associativity === "none" || !sameSide) throw unexpected(this.lexer, "operator");
        if (next.associativity === "right") break;
      }
      waiting.pop();
      result = complete(top, result, this.lexer.previousEnd);
      this.operandStart = top.start;
    }
    return result;
  }
}

function complete(waiting: Waiting, operand: Expr, end: number): Expr {
  const { left, rule, precedence, start, operatorStart } = waiting;
  if (left === undefined || rule === undefined) {
    return { kind: precedence === notPrecedence ? "not" : "negate", operand, start, end };
  }
  return { kind: "binary", operator: rule.operator, left, right: operand, operatorStart, start, end };
}
