/**
 * What every room uses to complain. A diagnostic is plain data: it can be sent between threads,
 * compared in tests, and rendered as text, JSON, SARIF or GitHub annotations by `render.ts` alone.
 */

/** A place in a file of the user's. Lines and columns count from 1; columns and lengths count characters. */
export interface Location {
  /** Path as the user would write it (relative to the working folder when inside it). */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters of the line to underline; at least 1. */
  readonly length: number;
  /** The whole source line, without its line break; absent when the source is not at hand. */
  readonly lineText?: string;
}

export type Severity = "error" | "warning" | "note";

/** One step of a trace, or a second place that matters. */
export interface Note {
  readonly message: string;
  readonly location?: Location;
}

export interface Diagnostic {
  /** Stable, kebab-case, documented in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, no trailing line break; further lines are allowed. */
  readonly message: string;
  readonly location?: Location;
  /** Where in the config the problem lies, such as `app.ports.0`. */
  readonly path?: string;
  /** Innermost first. */
  readonly notes?: readonly Note[];
  /** What to write instead, as a short imperative sentence. */
  readonly help?: string;
}
