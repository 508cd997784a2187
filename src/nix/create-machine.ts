/** Puts the evaluator and its builtins together. */
import type { Io } from "../io/io.js";
import { builtins as table } from "./builtins/index.js";
import { copyPathToStore, withStore } from "./builtins/store/index.js";
import { Attrs } from "./eval/attrs.js";
import type { Builtin } from "./eval/builtin.js";
import { Machine } from "./eval/machine.js";
import type { Listener, Settings } from "./eval/settings.js";
import { PrimOp, Thunk, type Value } from "./eval/value.js";

export interface MachineOptions {
  readonly io: Io;
  /** What is not given takes the value from `defaultSettings`. */
  readonly settings?: Partial<Settings>;
  /** Where traces and warnings go; nowhere by default. */
  readonly listener?: Listener;
  /** Importable values that are not files, by absolute path (a byte string). */
  readonly modules?: ReadonlyMap<string, Value>;
}

export const defaultSettings: Settings = {
  pure: false,
  portable: false,
  experimental: new Set(),
  searchPath: [],
  maxCallDepth: 10_000,
  system: "x86_64-linux",
  storeDir: "/nix/store",
  currentTime: 0,
};

const silent: Listener = { trace: () => undefined, warn: () => undefined };

export function createMachine(options: MachineOptions): Machine {
  const settings = { ...defaultSettings, ...options.settings };
  const globals = new Map<string, Value>();
  const machine = new Machine({
    io: withStore(options.io, settings.storeDir),
    settings,
    listener: options.listener ?? silent,
    globals,
    copyToStore: copyPathToStore,
    ...(options.modules && { modules: options.modules }),
  });
  for (const [name, value] of globalScope(machine)) globals.set(name, value);
  return machine;
}

/** `builtins` itself, and what is in scope without it: some under their own names, the others with `__` before. */
function globalScope(machine: Machine): ReadonlyMap<string, Value> {
  const members = new Map<string, Value>();
  const globals = new Map<string, Value>();
  for (const row of table) {
    if (!isAvailable(machine.settings, row)) continue;
    // A row without arguments is a constant.
    const value = row.args.length > 0 ? new PrimOp(row) : row.call(machine);
    members.set(row.name, value);
    globals.set(row.global ? row.name : `__${row.name}`, value);
  }
  const set: Attrs = Attrs.from([...members, ["builtins", new Thunk(() => set, undefined)]]);
  globals.set("builtins", set);
  return globals;
}

/** Constants that tell about the machine do not exist under `--pure`; functions refuse what they must not do. */
function isAvailable({ pure, experimental }: Settings, row: Builtin): boolean {
  if (pure && !row.pure && row.args.length === 0) return false;
  return row.experimental === undefined || experimental.has(row.experimental);
}
