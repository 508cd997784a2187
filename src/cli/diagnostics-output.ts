/** How commands show diagnostics, and what makes a failure of the user's an exit status. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type RenderOptions, render } from "../diagnostics/render.js";
import { fromNativePath } from "../io/native-path.js";
import { explainError } from "../project/explain-error.js";
import { exitStatus } from "./command.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

export function renderOptions(terminal: Terminal, stream: keyof Terminal["colors"]): RenderOptions {
  return {
    color: terminal.colors[stream],
    workingDirectory: fromNativePath(terminal.workingDirectory),
    version,
  };
}

/** To stderr, as text. */
export function showDiagnostics(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) terminal.say(render(diagnostics, "text", renderOptions(terminal, "messages")));
}

/** Runs `action`; a failure that is the user's to mend is shown and gives exit status 1. */
export function orShowProblem(
  terminal: Terminal,
  action: () => number,
  explain = (error: unknown) => explainError(error, { showTrace: false, usesStandIn: false }),
): number {
  try {
    return action();
  } catch (error) {
    const diagnostics = explain(error);
    if (diagnostics === undefined) throw error;
    showDiagnostics(terminal, diagnostics);
    return exitStatus.wrongInput;
  }
}
