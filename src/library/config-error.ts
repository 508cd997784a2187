/** A config's issues as one catchable error of the Nix program, with every issue blamed on its line. */
import { ChartError, type ConfigIssue, formatIssue, formatPath } from "../chart/config/issue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Attrs } from "../nix/eval/attrs.js";
import { toBytes, toText } from "../nix/eval/bytes.js";
import { NixError } from "../nix/eval/errors.js";
import { Thunk } from "../nix/eval/value.js";
import { blame } from "./blame.js";
import { locationOf } from "./location.js";

/** What `action` finds wrong with the config becomes an error of the program that wrote the config. */
export function blamingConfig<T>(config: Attrs, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof ChartError ? configError(config, error.issues) : error;
  }
}

function configError(config: Attrs, issues: readonly ConfigIssue[]): NixError {
  const errors = issues.filter((issue) => issue.severity === "error");
  const count = errors.length === 1 ? "1 problem" : `${errors.length} problems`;
  const lines = errors.map((issue) => `  ${formatIssue(issue).replaceAll("\n", "\n  ")}${placeOf(config, issue)}`);
  const message = [`${subjectOf(config)} has ${count}:`, ...lines].join("\n");
  // The error itself gets the place of the call, for what has no place of its own, such as a missing name.
  return new NixError("host", toBytes(message), undefined, diagnosticsOf(config, issues));
}

function subjectOf(config: Attrs): string {
  const name = config.get("name");
  const value = name instanceof Thunk ? name.peek() : name;
  return typeof value === "string" ? `the chart ${JSON.stringify(toText(value))}` : "the chart";
}

function placeOf(config: Attrs, issue: ConfigIssue): string {
  const span = blame(config, issue.path);
  if (span === undefined) return "";
  const { file, line, column } = locationOf(span);
  return `\n    at ${file}:${line}:${column}`;
}

export function diagnosticsOf(config: Attrs, issues: readonly ConfigIssue[]): readonly Diagnostic[] {
  return issues.map((issue) => {
    const span = blame(config, issue.path);
    return {
      code: issue.code,
      severity: issue.severity,
      message: issue.message,
      path: formatPath(issue.path),
      ...(span && { location: locationOf(span) }),
      ...(issue.help !== undefined && { help: issue.help }),
    };
  });
}
