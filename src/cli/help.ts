/** `--help`, made from the same tables that the command line is read with. */
import type { Flag } from "./arguments.js";
import type { Command, Example } from "./command.js";
import type { CommandEntry } from "./commands.js";

const width = 100;

export const helpFlag: Flag<"help"> = { name: "help", short: "h", help: "Show this help" };

/** `nhg --help`, or the help of a group such as `nhg flake`. */
export function overview(entries: readonly CommandEntry[], group = ""): string {
  const name = group === "" ? "nhg" : `nhg ${group}`;
  return [
    ...(group === "" ? ["Kubernetes manifests from charts written in Nix.", ""] : []),
    `Usage: ${name} COMMAND [FLAG…]`,
    "",
    "Commands:",
    ...columns(entries.map((entry) => [entry.name, entry.summary])),
    "",
    `'nhg COMMAND --help' tells more of a command${group === "" ? ", 'nhg --version' the version" : ""}.`,
    "",
  ].join("\n");
}

export function commandHelp(name: string, command: Command): string {
  return [
    `Usage: nhg ${name} ${command.operands}${command.operands === "" ? "" : " "}[FLAG…]`,
    "",
    ...wrap(command.description, width),
    "",
    "Flags:",
    ...columns([...command.flags, helpFlag].map((flag) => [spelling(flag), flagHelp(flag)])),
    "",
    "Examples:",
    ...command.examples.flatMap(exampleLines),
    "",
  ].join("\n");
}

function exampleLines({ line, does }: Example): string[] {
  return [`  # ${does}`, `  ${line}`];
}

function spelling({ short, name, values = [] }: Flag): string {
  return [short === undefined ? `    --${name}` : `-${short}, --${name}`, ...values].join(" ");
}

function flagHelp({ help, choices }: Flag): string {
  return choices === undefined ? help : `${help}: ${choices.join(", ")}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, text]) => {
    const [first = "", ...rest] = wrap(text, width - left - 2);
    return [`  ${name.padEnd(left)}${first}`, ...rest.map((line) => " ".repeat(left + 2) + line)];
  });
}

function wrap(text: string, limit: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + 1 + word.length > limit) {
        lines.push(line);
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  });
}
