/** The flags that every command which evaluates Nix has, in Nix's own words where Nix has them. */
import { arch, platform } from "node:process";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { fromNativePath } from "../io/native-path.js";
import { nodeIo } from "../io/node.js";
import { toBytes } from "../nix/eval/bytes.js";
import type { Settings } from "../nix/eval/settings.js";
import { searchPathEntries } from "../project/search-path.js";
import type { GivenArgument, SessionOptions } from "../project/session.js";
import { type Arguments, type Flag, UsageError } from "./arguments.js";
import type { Terminal } from "./terminal.js";

/** What to evaluate. */
export const selectionFlags = [
  {
    name: "file",
    short: "f",
    values: ["FILE"],
    help: "Evaluate a file ('-' for stdin); operands are attribute paths then",
  },
  { name: "expr", short: "E", values: ["EXPR"], help: "Evaluate an expression; operands are attribute paths then" },
  { name: "attr", short: "A", values: ["ATTR"], help: "Take this attribute, such as 'a.b.0.\"c.d\"'; repeatable" },
] as const satisfies readonly Flag[];

/** How to evaluate it. */
export const evaluationFlags = [
  { name: "arg", values: ["NAME", "EXPR"], help: "Give an argument to functions that stand for a value; repeatable" },
  { name: "argstr", values: ["NAME", "STRING"], help: "The same, with a string" },
  {
    name: "include",
    short: "I",
    values: ["PATH"],
    help: "Add to the search path, 'name=folder' or 'folder'; repeatable",
  },
  { name: "impure", help: "Let the program read the environment (as it is unless --pure)" },
  { name: "pure", help: "Hide the environment, the time and NIX_PATH from the program" },
  { name: "override-input", values: ["INPUT", "FOLDER"], help: "Take a flake's input from a folder; repeatable" },
  { name: "system", values: ["SYSTEM"], help: "What builtins.currentSystem is, such as x86_64-linux" },
  { name: "portable", help: "Refuse the spellings that real Nix refuses" },
  { name: "show-trace", help: "Show the whole trace of an error" },
  { name: "trace-verbose", help: "Show what builtins.traceVerbose says" },
  { name: "max-call-depth", values: ["COUNT"], help: "How deep calls may nest; 10000 unless said" },
  { name: "quiet", help: "Show no warnings and notices" },
  { name: "extra-experimental-features", values: ["NAMES"], help: "Switch experimental features on" },
  { name: "experimental-features", values: ["NAMES"], help: "The same" },
] as const satisfies readonly Flag[];

export type EvaluationFlag = (typeof evaluationFlags)[number]["name"];

/** What the flags and the environment say of how to evaluate. `report` gets warnings and notices. */
export function sessionOptions(
  args: Arguments<EvaluationFlag>,
  terminal: Terminal,
  report: (diagnostic: Diagnostic) => void,
): SessionOptions {
  if (args.has("pure") && args.has("impure")) throw new UsageError("'--pure' and '--impure' exclude each other");
  return {
    io: nodeIo,
    workingDirectory: fromNativePath(terminal.workingDirectory),
    settings: settings(args, terminal),
    arguments: givenArguments(args),
    overrides: new Map(args.all("override-input").map(([input = "", folder = ""]) => [input, folder])),
    showTrace: args.has("show-trace"),
    largeStack: terminal.largeStack,
    trace: (message) => terminal.say(`trace: ${message}\n`),
    report: args.has("quiet") ? () => undefined : report,
  };
}

function settings(args: Arguments<EvaluationFlag>, terminal: Terminal): Partial<Settings> {
  const pure = args.has("pure");
  const depth = args.value("max-call-depth");
  return {
    pure,
    portable: args.has("portable"),
    experimental: experimentalFeatures(args),
    searchPath: searchPathEntries(
      args.all("include").map(([entry = ""]) => entry),
      pure ? "" : (nodeIo.environment("NIX_PATH") ?? ""),
      terminal.workingDirectory,
    ),
    system: toBytes(args.value("system") ?? currentSystem()),
    currentTime: Math.floor(Date.now() / 1000),
    traceVerbose: args.has("trace-verbose"),
    ...(depth !== undefined && { maxCallDepth: readCount("--max-call-depth", depth) }),
  };
}

function readCount(flag: string, text: string): number {
  if (/^[1-9][0-9]{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`'${flag}' takes a number from 1 to 999999999, not '${text}'`);
}

function givenArguments(args: Arguments<EvaluationFlag>): readonly GivenArgument[] {
  const read = (flag: "arg" | "argstr", kind: GivenArgument["kind"]) =>
    args.all(flag).map(([name = "", text = ""]) => ({ name, kind, text }));
  return [...read("argstr", "string"), ...read("arg", "expression")];
}

/** From the flags, and from NIX_CONFIG, which is lines of `name = value`. */
function experimentalFeatures(args: Arguments<EvaluationFlag>): ReadonlySet<string> {
  const configured = (nodeIo.environment("NIX_CONFIG") ?? "")
    .split("\n")
    .map((line) => /^\s*(?:extra-)?experimental-features\s*=([^#]*)/.exec(line)?.[1] ?? "");
  const flags = [...args.all("extra-experimental-features"), ...args.all("experimental-features")];
  return new Set(
    [...configured, ...flags.map(([names = ""]) => names)].flatMap((names) => names.split(/\s+/).filter(Boolean)),
  );
}

const processors: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64", ia32: "i686" };

/** This machine as Nix names it. */
function currentSystem(): string {
  return `${processors[arch] ?? arch}-${platform === "win32" ? "windows" : platform}`;
}
