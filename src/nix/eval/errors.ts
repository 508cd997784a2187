/**
 * What an evaluation can fail with. `message` is in Nix's words. Three kinds matter to callers:
 * errors that `tryEval` catches (`throw`, `assert`), all other errors of the program, and errors that
 * are ours (anything that is not an `NixError`).
 */
import type { Span } from "../syntax/source.js";

export type NixErrorCode =
  | "throw"
  | "assertion"
  | "abort"
  | "type"
  | "undefined-variable"
  | "missing-attribute"
  | "missing-argument"
  | "infinite-recursion"
  | "stack-overflow"
  | "syntax"
  | "io"
  | "value"
  /** A value that cannot be written as plain data, such as a function in a config. */
  | "not-data"
  /** Thrown by the host, such as the chart library: catchable, and carries diagnostics. */
  | "host";

export interface Frame {
  /** Such as `while calling 'f'`. */
  readonly message: string;
  readonly span: Span | undefined;
}

/** Frames kept of one error; a deep recursion has more than anyone reads. */
const maxFrames = 64;

export class NixError extends Error {
  override readonly name = "NixError";
  /** Innermost first. */
  readonly frames: Frame[] = [];
  /** Frames that came after the kept ones. */
  droppedFrames = 0;
  /** Names that the user may have meant, nearest first. */
  suggestions: readonly string[] = [];
  /** What else is wrong in the same way, for one that stops before anything is evaluated. */
  others: readonly NixError[] = [];
  /** What to write instead. */
  help: string | undefined = undefined;
  /** Set by the host for errors of code "host". */
  readonly detail: unknown;

  constructor(
    readonly code: NixErrorCode,
    /** A byte string, like all text inside the evaluator. */
    message: string,
    /** Where; filled in by the nearest place that knows, when absent. */
    public span: Span | undefined = undefined,
    detail?: unknown,
  ) {
    super(message);
    this.detail = detail;
  }

  get catchable(): boolean {
    return this.code === "throw" || this.code === "assertion" || this.code === "host";
  }

  addFrame(message: string, span: Span | undefined): void {
    if (this.frames.length < maxFrames) this.frames.push({ message, span });
    else this.droppedFrames++;
  }
}

export function infiniteRecursion(): NixError {
  return new NixError("infinite-recursion", "infinite recursion encountered");
}

/** Whether V8 ran out of stack. The way out is to evaluate again on a thread with a larger one. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.startsWith("Maximum call stack");
}
