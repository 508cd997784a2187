/** A config's issues as one catchable error of the Nix program, with every issue blamed on its line. */
import { ChartError, type ConfigIssue, formatPath } from "../chart/config/issue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Attrs } from "../nix/eval/attrs.js";
import { toBytes, toText } from "../nix/eval/bytes.js";
import { NixError } from "../nix/eval/errors.js";
import { Thunk } from "../nix/eval/value.js";
import { blame } from "./blame.js";
import { locationOf } from "./location.js";

/**
 * What `action` finds wrong with the config becomes an error of the program that wrote the config. `failures`
 * are parts of it that could not be read. One that failed to evaluate is no reason to fail now (a chart is lazy),
 * but is told with the rest; what evaluates to something that is no data, such as a function, is a mistake.
 */
export function blamingConfig<T>(config: Attrs, action: () => T, failures: readonly NixError[] = []): T {
  try {
    const result = action();
    if (!failures.some(({ code }) => code === "not-data")) return result;
  } catch (error) {
    throw error instanceof ChartError ? configError(config, error.issues, failures) : error;
  }
  throw configError(config, [], failures);
}

/** The error itself gets the place of the call, for what has no place of its own, such as a missing name. */
function configError(config: Attrs, issues: readonly ConfigIssue[], failures: readonly NixError[]): NixError {
  const diagnostics = [...failures.map(failureDiagnostic), ...diagnosticsOf(config, issues)];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const count = errors.length === 1 ? "1 problem" : `${errors.length} problems`;
  const message = [`${subjectOf(config)} has ${count}:`, ...errors.map(formatProblem)].join("\n");
  return new NixError("host", toBytes(message), undefined, diagnostics);
}

/** For the message, which has to do where nobody renders diagnostics. */
function formatProblem({ path, message, help, location }: Diagnostic): string {
  const place = location && `at ${location.file}:${location.line}:${location.column}`;
  const first = path === undefined || path === "" ? message : `${path}: ${message}`;
  return [`  ${first}`, help, place].filter((line) => line !== undefined).join("\n    ");
}

function failureDiagnostic({ code, message, span }: NixError): Diagnostic {
  return { code, severity: "error", message: toText(message), ...(span && { location: locationOf(span) }) };
}

function subjectOf(config: Attrs): string {
  const name = config.get("name");
  const value = name instanceof Thunk ? name.peek() : name;
  return typeof value === "string" ? `the chart ${JSON.stringify(toText(value))}` : "the chart";
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
