/** The program: a command line in, an exit status out. What escapes as an exception is a defect of ours. */
import { isStackOverflow } from "../nix/eval/errors.js";
import { dispatch } from "./dispatch.js";
import { ProcessTerminal } from "./terminal.js";

/** `argv` is without the names of Node.js and of the program. */
export async function run(argv: readonly string[]): Promise<number> {
  const terminal = new ProcessTerminal();
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    const { rerun } = await import("./large-stack.js");
    return rerun(argv, terminal);
  }
}
