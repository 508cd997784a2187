/** What an evaluation is allowed and told. */

import type { Span } from "../syntax/source.js";
import type { SyntaxWarningCode } from "../syntax/syntax-error.js";

export interface Settings {
  /** `--pure`: no environment, no current time, no files outside `allowedRoots`. */
  readonly pure: boolean;
  /** Refuse the guide's spellings that real Nix refuses (docs/dialect.md). */
  readonly portable: boolean;
  /** `--extra-experimental-features` */
  readonly experimental: ReadonlySet<string>;
  /** `-I` and `NIX_PATH` entries, in order; `prefix` is "" for a plain folder. */
  readonly searchPath: readonly { readonly prefix: string; readonly path: string }[];
  /** Real Nix's limit and ours: 10,000 unless told otherwise. */
  readonly maxCallDepth: number;
  /** `builtins.currentSystem`, such as `x86_64-linux`. */
  readonly system: string;
  /** `builtins.storeDir` */
  readonly storeDir: string;
  /** Unix time in seconds, for `builtins.currentTime`. */
  readonly currentTime: number;
  /** `--trace-verbose`: whether `builtins.traceVerbose` shows its message. */
  readonly traceVerbose?: boolean;
}

/** What an evaluation says besides its result. Called at once, in order. */
export interface Listener {
  /** `builtins.trace`: the text to show. */
  trace(message: string): void;
  /** `builtins.warn`, and spellings that only this evaluator accepts. */
  warn(warning: Warning): void;
}

/** Something suspicious that the evaluation carries on from. All text is UTF-16. */
export interface Warning {
  /** Stable, as those of diagnostics are. */
  readonly code: "warning" | SyntaxWarningCode;
  readonly message: string;
  readonly span?: Span;
  /** What to write instead. */
  readonly help?: string;
}
