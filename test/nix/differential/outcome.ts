/** What comes of a program: its value as printed, or why there is none. */
export type Outcome = { readonly printed: string } | { readonly error: string };

/** Whether everything in the value is computed before it is printed. */
export type Depth = "strict" | "lazy";

export interface Comparison {
  readonly program: string;
  readonly depth: Depth;
  readonly ours: Outcome;
  readonly nix: Outcome;
}

export function describe(outcome: Outcome): string {
  return "printed" in outcome ? outcome.printed : `failure: ${outcome.error}`;
}
