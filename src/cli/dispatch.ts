/** From the words of a command line to the command that they name. */
import { nearest } from "../nix/eval/compile/suggest.js";
import { parseArguments, UsageError } from "./arguments.js";
import { type Command, exitStatus } from "./command.js";
import { type CommandEntry, commands } from "./commands.js";
import { commandHelp, helpFlag, overview } from "./help.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

/** Runs a command line and gives its exit status. */
export async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(words, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.say(`nhg: ${error.message}\n`);
    if (error.help !== undefined) terminal.say(`${error.help}\n`);
    const entry = findCommand(words);
    terminal.say(`Try 'nhg ${entry === undefined ? "" : `${entry.name} `}--help'.\n`);
    return exitStatus.wrongUsage;
  }
}

function runCommand(words: readonly string[], terminal: Terminal): number | Promise<number> {
  const [first, ...rest] = words;
  if (first === "help") return runCommand([...rest, "--help"], terminal);
  const general = generalAnswer(words);
  if (general !== undefined) {
    terminal.print(general());
    return exitStatus.fine;
  }
  const entry = findCommand(words);
  if (entry === undefined) throw unknownCommand(words);
  return runEntry(entry, words.slice(entry.name.split(" ").length), terminal);
}

/** What is answered without a command. */
function generalAnswer(words: readonly string[]): (() => string) | undefined {
  const [first = "--help", second = "--help"] = words;
  if (first === "--help" || first === "-h") return () => overview(commands);
  if (first === "--version") return () => `nhg ${version}\n`;
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && (second === "--help" || second === "-h")) return () => overview(group, first);
  return undefined;
}

function findCommand(words: readonly string[]): CommandEntry | undefined {
  return commands.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));
}

async function runEntry(entry: CommandEntry, words: readonly string[], terminal: Terminal): Promise<number> {
  const command = await entry.load();
  const args = parseArguments(words, [...command.flags, helpFlag]);
  if (args.has("help")) {
    terminal.print(commandHelp(entry.name, command));
    return exitStatus.fine;
  }
  checkOperands(command, args.operands);
  return command.run(args, terminal);
}

function checkOperands({ maxOperands }: Command, operands: readonly string[]): void {
  if (maxOperands === undefined || operands.length <= maxOperands) return;
  throw new UsageError(`unexpected argument '${operands[maxOperands]}'`);
}

function unknownCommand(words: readonly string[]): UsageError {
  const [first = "", second] = words;
  const isGroup = commands.some(({ name }) => name.startsWith(`${first} `));
  const given = isGroup && second !== undefined ? `${first} ${second}` : first;
  if (given.startsWith("-")) return new UsageError(`unknown flag '${given}'`, "flags follow the command");
  const [meant] = nearest(
    given,
    commands.map(({ name }) => name),
  );
  return new UsageError(`unknown command '${given}'`, meant && `did you mean 'nhg ${meant}'?`);
}
