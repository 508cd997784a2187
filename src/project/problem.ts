/** What is wrong with what the user gave us, as an exception: thrown here, rendered by the command line. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";

export class Problem extends Error {
  override readonly name = "Problem";

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
  }

  static of(code: string, message: string, help?: string): Problem {
    return new Problem([{ code, severity: "error", message, ...(help !== undefined && { help }) }]);
  }
}
