import { checkPaths } from "../project/checking/check-paths.js";
import { formatFlag, reportCheck } from "./check-report.js";
import { defineCommand } from "./command.js";
import { orShowProblem, showDiagnostics } from "./diagnostics-output.js";
import { evaluationFlags, sessionOptions } from "./evaluation-flags.js";
import { plural } from "./plural.js";

export const checkCommand = defineCommand({
  operands: "[PATH…]",
  description:
    "Finds everything that is wrong with the charts below the working folder, or in the files and folders given: " +
    "syntax, unbound variables, evaluation, configs, and what only shows when resources are seen together. All problems " +
    "of all files are reported in one run. Warnings leave the exit status at 0.",
  flags: [formatFlag, ...evaluationFlags],
  examples: [
    { line: "nhg check", does: "The whole project" },
    { line: "nhg check charts/web.nix", does: "One file" },
    { line: "nhg check --format sarif > nhg.sarif", does: "For code scanning in CI" },
    { line: "ENV=production nhg check --format github", does: "Annotations on a pull request" },
  ],
  run: (args, terminal) =>
    orShowProblem(terminal, () => {
      const options = sessionOptions(args, terminal, (notice) => showDiagnostics(terminal, [notice]));
      const { diagnostics, files } = checkPaths(args.operands.length === 0 ? ["."] : args.operands, options);
      return reportCheck(diagnostics, plural(files, "file"), args.value("format"), terminal);
    }),
});
