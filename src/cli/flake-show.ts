import { toText } from "../nix/eval/bytes.js";
import { type FlakeNode, flakeTree } from "../project/flake-tree.js";
import { flakeDirectory } from "../project/installable.js";
import { Session } from "../project/session.js";
import { defineCommand, exitStatus } from "./command.js";
import { orShowProblem, showDiagnostics } from "./diagnostics-output.js";
import { evaluationFlags, sessionOptions } from "./evaluation-flags.js";

export const flakeShowCommand = defineCommand({
  operands: "[FLAKE]",
  description: "Lists the outputs of a flake, the one here or in a folder above unless another is named.",
  maxOperands: 1,
  flags: [{ name: "json", help: "Print JSON" }, ...evaluationFlags],
  examples: [{ line: "nhg flake show", does: "What there is to build here" }],
  run(args, terminal) {
    const options = sessionOptions(args, terminal, (diagnostic) => showDiagnostics(terminal, [diagnostic]));
    const session = new Session(options);
    const show = () => {
      const directory = flakeDirectory(args.operands[0], options.io, options.workingDirectory);
      const tree = flakeTree(session, directory);
      if (args.has("json")) terminal.print(`${JSON.stringify(tree, undefined, 2)}\n`);
      else terminal.print(`path:${toText(directory)}\n${branches(tree, "")}`);
      return exitStatus.fine;
    };
    return orShowProblem(terminal, show, (error) => session.explain(error));
  },
});

function branches(tree: FlakeNode, indent: string): string {
  const entries = Object.entries(tree.members ?? {});
  return entries
    .map(([name, node], i) => {
      const isLast = i === entries.length - 1;
      const label = node.description === undefined ? name : `${name}: ${node.description}`;
      const below = branches(node, `${indent}${isLast ? "    " : "│   "}`);
      return `${indent}${isLast ? "└───" : "├───"}${label}\n${below}`;
    })
    .join("");
}
