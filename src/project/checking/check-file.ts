/**
 * Checking one file of a project. What a file is for shows in what it evaluates to: charts and sets of
 * charts are generated, configs checked, parts of configs checked as parts. Libraries, functions that
 * want arguments of their own and tests are no charts; they must parse, have no unbound variable, and
 * evaluate.
 */
import { partialIssues } from "../../chart/validate.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { diagnosticsOf } from "../../library/config-error.js";
import { isChart, isChartLike } from "../../library/index.js";
import { Attrs } from "../../nix/eval/attrs.js";
import { baseNameOf } from "../../nix/eval/paths.js";
import { force, type Value } from "../../nix/eval/value.js";
import { toPlain } from "../../nix/plain.js";
import { autoCall, isAutoCallable } from "../auto-call.js";
import { chartsIn } from "../charts.js";
import { isTestFile } from "../nix-files.js";
import type { Session } from "../session.js";
import type { Findings } from "./findings.js";

/** `file` is a byte string. */
export function checkFile(session: Session, file: string, findings: Findings): void {
  const place = placeInProject(session, file);
  const add = (diagnostics: readonly Diagnostic[]) => findings.addAll(diagnostics.map(softened));
  session.attempt(() => {
    const value = session.machine.importPath(file);
    if (!isPassive(place)) checkValue(session, file, place, value, add);
  }, add);
}

type Add = (diagnostics: readonly Diagnostic[]) => void;

/** What a folder is for shows in its name below the working folder; above it, names mean nothing. */
function placeInProject({ directory }: Session, file: string): string {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length) : `/${baseNameOf(file)}`;
}

/** Files whose values are for other files to use, or for other commands to run. */
function isPassive(place: string): boolean {
  return isTestFile(place) || /\/(lib|tests?)\//.test(place) || ["flake.nix", "shell.nix"].includes(baseNameOf(place));
}

function checkValue(session: Session, file: string, place: string, value: Value, add: Add): void {
  const { machine, arguments: args } = session;
  const called = isAutoCallable(value, args) ? autoCall(machine, value, args) : value;
  if (!(called instanceof Attrs)) return;
  if (machine.fragments.has(file) || isPart(called)) {
    add(diagnosticsOf(called, partialIssues(toPlain(machine, called))));
    return;
  }
  const { charts, problems } = chartsIn(session, called);
  add(isBase(place) && !isChart(called) ? problems.filter(isNotMissing) : problems);
  for (const { chart } of charts) add(chart.warnings);
}

/** A set with an `app` that is not a whole config is merged into one. */
function isPart(set: Attrs): boolean {
  const app = set.get("app");
  return app !== undefined && !isChartLike(set) && force(app) instanceof Attrs;
}

/** What overlays build upon may lack what they add. */
function isBase(place: string): boolean {
  return /\/bases?\//.test(place);
}

function isNotMissing({ code }: Diagnostic): boolean {
  return code !== "missing-field";
}

/** What only this machine lacks is no mistake in the file. */
function softened(diagnostic: Diagnostic): Diagnostic {
  const isAbsent = diagnostic.code === "throw" && /was not found in the Nix search path/.test(diagnostic.message);
  return isAbsent ? { ...diagnostic, code: "not-found-here", severity: "warning" } : diagnostic;
}
