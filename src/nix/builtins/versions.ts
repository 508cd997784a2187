/** Version numbers and package names. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { NixList, Slot } from "../eval/value.js";

export const versions: readonly Builtin[] = [
  {
    name: "compareVersions",
    args: ["a", "b"],
    doc: "-1, 0 or 1: whether version `a` is older than, the same as, or newer than `b`.",
    pure: true,
    call: compare,
  },
  {
    name: "splitVersion",
    args: ["version"],
    doc: "The parts that versions are compared by.",
    pure: true,
    call: (_, version): NixList => components(forceStringNoContext(version as Slot)),
  },
  {
    name: "parseDrvName",
    args: ["name"],
    doc: "A package name split before its version: `{ name, version }`.",
    pure: true,
    call: parseDrvName,
  },
];

/** Runs of digits and runs of anything else; `.` and `-` only separate. */
function components(version: string): readonly string[] {
  return version.match(/[0-9]+|[^0-9.-]+/g) ?? [];
}

function compare(_: Machine, a: Slot, b: Slot): number {
  const left = components(forceStringNoContext(a));
  const right = components(forceStringNoContext(b));
  for (let i = 0; i < left.length || i < right.length; i++) {
    const [x, y] = [left[i] ?? "", right[i] ?? ""];
    if (isOlder(x, y)) return -1;
    if (isOlder(y, x)) return 1;
  }
  return 0;
}

/** Numbers are newer than words, words newer than nothing, and `pre` older than everything. */
function isOlder(a: string, b: string): boolean {
  const [x, y] = [toNumber(a), toNumber(b)];
  if (x !== undefined && y !== undefined) return x < y;
  if (a === "" && y !== undefined) return true;
  if (a === "pre" && b !== "pre") return true;
  if (b === "pre") return false;
  if (y !== undefined) return true;
  if (x !== undefined) return false;
  return a < b;
}

/** What does not fit into 32 bits is compared as text, as Nix does. */
function toNumber(component: string): number | undefined {
  if (!/^[0-9]+$/.test(component)) return undefined;
  const value = Number(component);
  return value < 2 ** 31 ? value : undefined;
}

/** The version begins after the first dash that no letter follows. */
function parseDrvName(_: Machine, slot: Slot): Attrs {
  const text = forceStringNoContext(slot);
  const dash = text.search(/-[^A-Za-z]/s);
  return Attrs.from([
    ["name", dash < 0 ? text : text.slice(0, dash)],
    ["version", dash < 0 ? "" : text.slice(dash + 1)],
  ]);
}
