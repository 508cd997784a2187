import type { Selection } from "../project/target.js";
import { type Arguments, UsageError } from "./arguments.js";
import type { selectionFlags } from "./evaluation-flags.js";
import type { Terminal } from "./terminal.js";

type SelectionFlag = (typeof selectionFlags)[number]["name"];

/** What the command line says of what to evaluate. */
export function readSelection(args: Arguments<SelectionFlag>, terminal: Terminal): Selection {
  const file = args.value("file");
  const expression = args.value("expr");
  if (file !== undefined && expression !== undefined) {
    throw new UsageError("'--file' and '--expr' exclude each other");
  }
  return {
    ...(file !== undefined && { file }),
    ...(expression !== undefined && { expression }),
    attributes: args.all("attr").map(([path = ""]) => path),
    operands: args.operands,
    readInput: () => terminal.readInput(),
  };
}
