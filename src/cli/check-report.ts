/** What the checking commands print, and their exit status. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type DiagnosticFormat, diagnosticFormats, render } from "../diagnostics/render.js";
import type { Flag } from "./arguments.js";
import { exitStatus } from "./command.js";
import { renderOptions } from "./diagnostics-output.js";
import { plural } from "./plural.js";
import type { Terminal } from "./terminal.js";

export const formatFlag = {
  name: "format",
  values: ["FORMAT"],
  choices: diagnosticFormats,
  help: "How to report",
} as const satisfies Flag;

/** The diagnostics are data; the summary of them, on stderr, is not. */
export function reportCheck(
  diagnostics: readonly Diagnostic[],
  what: string,
  format: string | undefined,
  terminal: Terminal,
): number {
  terminal.print(render(diagnostics, (format ?? "text") as DiagnosticFormat, renderOptions(terminal, "data")));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  terminal.say(`checked ${what}: ${plural(errors, "error")}, ${plural(warnings, "warning")}\n`);
  return errors > 0 ? exitStatus.wrongInput : exitStatus.fine;
}
