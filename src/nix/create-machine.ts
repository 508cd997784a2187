/** Puts the evaluator and its builtins together. */
import type { Io } from "../io/io.js";
import { builtins as table } from "./builtins/index.js";
import { copyPathToStore } from "./builtins/store/index.js";
import { Attrs } from "./eval/attrs.js";
import type { Builtin } from "./eval/builtin.js";
import { Machine } from "./eval/machine.js";
import type { Listener, Settings } from "./eval/settings.js";
import { PrimOp, type Slot, Thunk, type Value } from "./eval/value.js";

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
    io: options.io,
    settings,
    listener: options.listener ?? silent,
    globals,
    copyToStore: copyPathToStore,
    ...(options.modules && { modules: options.modules }),
  });
  for (const [name, value] of globalScope(machine)) globals.set(name, value);
  return machine;
}

/** `builtins` itself, and what is in scope without it. */
function globalScope(machine: Machine): ReadonlyMap<string, Value> {
  const rows = table.filter(
    ({ experimental }) => experimental === undefined || machine.settings.experimental.has(experimental),
  );
  const members: [string, Slot][] = rows.map((row) => [row.name, builtinValue(machine, row)]);
  const globals = new Map<string, Value>();
  rows.forEach((row, i) => {
    const [name, value] = members[i] as [string, Slot];
    if (row.global && !(value instanceof Thunk)) globals.set(name, value);
  });
  members.push(["builtins", new Thunk(() => set, undefined)]);
  const set = Attrs.from(members);
  globals.set("builtins", set);
  return globals;
}

/** A row without arguments is a constant. It waits in a thunk unless it is cheap to ask for. */
function builtinValue(machine: Machine, row: Builtin): Slot {
  if (row.args.length > 0) return new PrimOp(row);
  return row.global ? row.call(machine) : new Thunk((row) => row.call(machine), row);
}
