/**
 * TOML documents as data, and the rules by which headers, dotted keys and inline tables may add to each
 * other: a table is defined once, but may be mentioned on the way to others.
 */

import { Attrs } from "../../eval/attrs.js";
import type { NixFloat, NixInt, NixList, Slot, Value } from "../../eval/value.js";
import { withoutNul } from "../nul.js";

export type TomlValue = boolean | NixInt | NixFloat | string | TomlTime | TomlTable | TomlArray;

/** A date, a time or both, as it is shown. */
export class TomlTime {
  constructor(readonly text: string) {}
}

export class TomlArray {
  constructor(
    readonly items: TomlValue[],
    /** Made of `[[headers]]`, so that more of them may follow. */
    readonly ofTables: boolean,
  ) {}
}

/** How a table came to be: on the way to another, by a header, by dotted keys, or in braces. */
type Origin = "implicit" | "header" | "dotted" | "inline";

/** Thrown by everything here; the parser adds the place. */
export class TomlConflict extends Error {}

export class TomlTable {
  readonly entries = new Map<string, TomlValue>();

  constructor(private origin: Origin) {}

  /** The table of `[a.b.c]`. */
  header(path: readonly string[]): TomlTable {
    const [parent, name] = this.parentOf(path);
    const known = parent.entries.get(name);
    if (known === undefined) return parent.add(name, new TomlTable("header"));
    if (!(known instanceof TomlTable) || known.origin !== "implicit") throw redefined(path);
    known.origin = "header";
    return known;
  }

  /** A new table of `[[a.b.c]]`. */
  arrayHeader(path: readonly string[]): TomlTable {
    const [parent, name] = this.parentOf(path);
    const known = parent.entries.get(name) ?? parent.add(name, new TomlArray([], true));
    if (!(known instanceof TomlArray) || !known.ofTables) throw redefined(path);
    const table = new TomlTable("header");
    known.items.push(table);
    return table;
  }

  private parentOf(path: readonly string[]): [TomlTable, string] {
    let table: TomlTable = this;
    path.slice(0, -1).forEach((name, i) => {
      const known = table.entries.get(name) ?? table.add(name, new TomlTable("implicit"));
      const next = known instanceof TomlArray && known.ofTables ? known.items.at(-1) : known;
      if (!(next instanceof TomlTable) || next.origin === "inline") throw redefined(path.slice(0, i + 1));
      table = next;
    });
    return [table, path.at(-1) as string];
  }

  /** `a.b.c = value` */
  set(path: readonly string[], value: TomlValue): void {
    let table: TomlTable = this;
    path.slice(0, -1).forEach((name, i) => {
      const next = table.entries.get(name) ?? table.add(name, new TomlTable("dotted"));
      if (!(next instanceof TomlTable) || next.origin !== "dotted") throw redefined(path.slice(0, i + 1));
      table = next;
    });
    const name = path.at(-1) as string;
    if (table.entries.has(name)) throw redefined(path);
    table.add(name, value);
  }

  private add<T extends TomlValue>(name: string, value: T): T {
    this.entries.set(name, value);
    return value;
  }

  /** Nothing may be added to what was written in braces, nor to the tables in it. */
  close(): this {
    this.origin = "inline";
    for (const value of this.entries.values()) if (value instanceof TomlTable) value.close();
    return this;
  }
}

function redefined(path: readonly string[]): TomlConflict {
  return new TomlConflict(`key '${path.join(".")}' is defined twice`);
}

/** As Nix values; `time` tells what becomes of dates and times. */
export function toNix(value: TomlValue, time: (time: TomlTime) => Value): Value {
  if (value instanceof TomlTime) return time(value);
  if (value instanceof TomlArray) return value.items.map((item) => toNix(item, time)) satisfies NixList;
  if (typeof value === "string") return withoutNul(value);
  if (!(value instanceof TomlTable)) return value;
  return Attrs.from([...value.entries].map(([name, entry]): [string, Slot] => [withoutNul(name), toNix(entry, time)]));
}
