/** What a command is: data for the help, and one function. */
import type { Arguments, Flag } from "./arguments.js";
import type { Terminal } from "./terminal.js";

export interface Example {
  readonly line: string;
  readonly does: string;
}

export interface Command<Name extends string = string> {
  /** What may follow the command's name, flags apart, such as `[INSTALLABLE…]`. */
  readonly operands: string;
  /** A few sentences. */
  readonly description: string;
  readonly flags: readonly Flag<Name>[];
  readonly examples: readonly Example[];
  /** The most operands that it takes; any number when absent. */
  readonly maxOperands?: number;
  /** Gives the exit status. Writes nothing before its work is done, because it may be run again (large-stack.ts). */
  run(args: Arguments<Name>, terminal: Terminal): number | Promise<number>;
}

/** Ties the names that `run` asks for to those in the table of flags. */
export function defineCommand<const Name extends string>(command: Command<Name>): Command {
  return command;
}

export const exitStatus = {
  fine: 0,
  /** What the user gave us to work on is wrong. */
  wrongInput: 1,
  wrongUsage: 2,
} as const;
