/** What the parser complains with: an error that ends parsing, and warnings that do not. */
import type { Span } from "./source.js";

/** The text is not Nix. `message` is in Nix's words and, like all text of the evaluator, a byte string. */
export class NixSyntaxError extends Error {
  override readonly name = "NixSyntaxError";

  constructor(
    message: string,
    readonly span: Span,
    /** What to write instead. */
    readonly help?: string,
    /** Where the bracket, string or comment that is never closed was opened. */
    readonly opening?: Span,
  ) {
    super(message);
  }
}

export type SyntaxWarningCode = "duplicate-attribute" | "or-default" | "index";

/** A spelling that only this implementation understands; see docs/dialect.md. */
export interface SyntaxWarning {
  readonly code: SyntaxWarningCode;
  readonly message: string;
  readonly span: Span;
  /** The portable spelling. */
  readonly help: string;
}
