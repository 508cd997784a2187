/** `nhg check`: all Nix files below some paths, and the flakes among them. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { baseNameOf, parentOf } from "../../nix/eval/paths.js";
import { filesAt, findNixFiles } from "../nix-files.js";
import { Problem } from "../problem.js";
import { Session, type SessionOptions } from "../session.js";
import { checkFile } from "./check-file.js";
import { checkFlake } from "./check-flake.js";
import { Findings } from "./findings.js";

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
}

/** Paths are as the user wrote them. Throws a `Problem` when there is nothing to check. */
export function checkPaths(paths: readonly string[], options: SessionOptions): CheckResult {
  const findings = new Findings();
  const session = new Session({ ...options, report: findings.takingWarnings(options.report) });
  const find = (folder: string) => findNixFiles(options.io, folder);
  const files = [...new Set(paths.flatMap((path) => filesAt(options.io, session.resolve(path), find)))];
  if (files.length === 0) throw Problem.of("no-such-file", `there are no .nix files in ${paths.join(", ")}`);
  for (const file of files) {
    checkFile(session, file, findings);
    if (baseNameOf(file) === "flake.nix") checkFlake(session, parentOf(file), findings, { allSystems: false });
  }
  return { diagnostics: findings.sorted, files: files.length };
}
