/** What an expression can learn of where it is evaluated. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { toBytes, toText } from "../eval/bytes.js";
import { forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { Slot } from "../eval/value.js";

export const environment: readonly Builtin[] = [
  {
    name: "getEnv",
    args: ["name"],
    doc: "An environment variable; empty when it is not set, and under `--pure`.",
    pure: false,
    call: getEnv,
  },
  {
    name: "currentSystem",
    args: [],
    doc: "The kind of machine to build for, such as `x86_64-linux`.",
    pure: false,
    call: ({ settings }) => settings.system,
  },
  {
    name: "currentTime",
    args: [],
    doc: "The time when evaluation began, in seconds since 1970.",
    pure: false,
    call: ({ settings }) => settings.currentTime,
  },
  {
    name: "nixPath",
    args: [],
    doc: "Where `<name>` is looked for: a list of `{ prefix, path }`.",
    pure: true,
    call: ({ settings }) =>
      settings.searchPath.map(({ prefix, path }) =>
        Attrs.from([
          ["path", path],
          ["prefix", prefix],
        ]),
      ),
  },
  {
    name: "nixVersion",
    args: [],
    doc: "The version of Nix whose language this is.",
    pure: true,
    call: () => "2.36.0",
  },
  { name: "langVersion", args: [], doc: "The version of the language, an integer.", pure: true, call: () => 6 },
  {
    name: "storeDir",
    args: [],
    doc: "The folder of the Nix store.",
    pure: true,
    call: ({ settings }) => settings.storeDir,
  },
];

function getEnv({ settings, io }: Machine, slot: Slot): string {
  const name = forceStringNoContext(slot);
  return settings.pure ? "" : toBytes(io.environment(toText(name)) ?? "");
}
