import { toText } from "../nix/eval/bytes.js";
import { checkFlake } from "../project/checking/check-flake.js";
import { Findings } from "../project/checking/findings.js";
import { flakeDirectory } from "../project/installable.js";
import { Session } from "../project/session.js";
import { formatFlag, reportCheck } from "./check-report.js";
import { defineCommand } from "./command.js";
import { orShowProblem, showDiagnostics } from "./diagnostics-output.js";
import { evaluationFlags, sessionOptions } from "./evaluation-flags.js";

export const flakeCheckCommand = defineCommand({
  operands: "[FLAKE]",
  description:
    "Evaluates the outputs of a flake, the one here or in a folder above unless another is named: charts are " +
    "generated and checked; derivations, such as those under 'checks', are evaluated, but building them needs real Nix.",
  maxOperands: 1,
  flags: [
    formatFlag,
    { name: "all-systems", help: "Check the outputs for other systems too" },
    { name: "no-build", help: "Accepted for scripts: nothing is ever built" },
    ...evaluationFlags,
  ],
  examples: [{ line: "nhg flake check", does: "The flake of this folder" }],
  run: (args, terminal) =>
    orShowProblem(terminal, () => {
      const findings = new Findings();
      const report = findings.takingWarnings((notice) => showDiagnostics(terminal, [notice]));
      const options = sessionOptions(args, terminal, report);
      const directory = flakeDirectory(args.operands[0], options.io, options.workingDirectory);
      const notBuilt = checkFlake(new Session(options), directory, findings, { allSystems: args.has("all-systems") });
      for (const name of notBuilt) terminal.say(`evaluated, not built (that needs real Nix): ${name}\n`);
      return reportCheck(findings.sorted, toText(directory), args.value("format"), terminal);
    }),
});
