import { relative, resolve } from "node:path";
import { writeScaffold } from "../project/scaffold/write-scaffold.js";
import { defineCommand, exitStatus } from "./command.js";
import { orShowProblem } from "./diagnostics-output.js";
import type { Terminal } from "./terminal.js";

export const initCommand = defineCommand({
  operands: "[DIR]",
  description:
    "Starts a project: a flake, a chart with overlays for development, staging and production, constants, tests " +
    "and a script. Files that are there already are kept as they are.",
  maxOperands: 1,
  flags: [],
  examples: [
    { line: "nhg init my-charts && cd my-charts && nhg build", does: "A new project, and its first manifests" },
    { line: "nhg init", does: "Add what is missing to this folder" },
  ],
  run: (args, terminal) =>
    orShowProblem(terminal, () => {
      const project = resolve(terminal.workingDirectory, args.operands[0] ?? ".");
      const { written, kept } = writeScaffold(project);
      const folder = relative(terminal.workingDirectory, project) || ".";
      list(terminal, "wrote", written);
      list(terminal, "kept, because it was there", kept);
      const enter = folder === "." ? "" : `cd ${folder} && `;
      terminal.say(`\nNext: ${enter}nhg build && kubectl apply -f result/\n      ${enter}nhg test\n`);
      return exitStatus.fine;
    }),
});

function list(terminal: Terminal, what: string, paths: readonly string[]): void {
  for (const path of paths) terminal.say(`${what}: ${path}\n`);
}
