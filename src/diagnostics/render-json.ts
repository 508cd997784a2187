import type { Diagnostic } from "./diagnostic.js";

/** An array of diagnostics as `diagnostic.ts` defines them. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(diagnostics, null, 2)}\n`;
}
