/** The table of commands. Each is loaded when it is asked for, so that one costs nothing to the others. */
import type { Command } from "./command.js";

export interface CommandEntry {
  /** One word, or two with a space. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  load(): Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "Start a project: charts, overlays, tests, a flake",
    load: async () => (await import("./init.js")).initCommand,
  },
  {
    name: "build",
    summary: "Write the manifests of charts and point a link at them",
    load: async () => (await import("./build.js")).buildCommand,
  },
  {
    name: "eval",
    summary: "Print the value of a Nix expression",
    load: async () => (await import("./eval.js")).evalCommand,
  },
  {
    name: "check",
    summary: "Find everything that is wrong, in all files at once",
    load: async () => (await import("./check.js")).checkCommand,
  },
  {
    name: "test",
    summary: "Run the tests that are written in Nix",
    load: async () => (await import("./test.js")).testCommand,
  },
  {
    name: "flake check",
    summary: "Evaluate all outputs of a flake and check its charts",
    load: async () => (await import("./flake-check.js")).flakeCheckCommand,
  },
  {
    name: "flake show",
    summary: "List the outputs of a flake",
    load: async () => (await import("./flake-show.js")).flakeShowCommand,
  },
];
