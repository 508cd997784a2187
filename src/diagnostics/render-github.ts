/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
import type { Diagnostic, Severity } from "./diagnostic.js";
import { endColumn, isFile, wholeMessage } from "./render-message.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join("");
}

function command(diagnostic: Diagnostic): string {
  const properties = Object.entries(propertiesOf(diagnostic)).map(
    ([name, value]) => `${name}=${escapeProperty(value)}`,
  );
  return `::${commands[diagnostic.severity]} ${properties.join(",")}::${escapeData(wholeMessage(diagnostic, true))}`;
}

function propertiesOf({ code, location }: Diagnostic): Record<string, string | number> {
  if (location === undefined || !isFile(location)) return { title: code };
  const { file, line, column } = location;
  return { file, line, endLine: line, col: column, endColumn: endColumn(location), title: code };
}

/** Unescaped, a line break would end the command, and the next line could begin another. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value: string | number): string {
  return escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
