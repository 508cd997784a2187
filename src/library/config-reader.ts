/**
 * Reading a config in two passes, because a chart is lazy. The first reads all that evaluates and leaves
 * a `Deferred` where something fails or is not to be touched yet; `complete` evaluates those as well, and
 * lets their errors through.
 */
import { Deferred } from "../chart/config/deferred.js";
import type { Attrs } from "../nix/eval/attrs.js";
import { toText } from "../nix/eval/bytes.js";
import type { NixError } from "../nix/eval/errors.js";
import type { Machine } from "../nix/eval/machine.js";
import type { Slot } from "../nix/eval/value.js";
import { type Member, PlainReader, setProperty } from "../nix/plain.js";

export class ConfigReader {
  private readonly holes: (Member & { readonly error: NixError | undefined })[] = [];

  constructor(private readonly machine: Machine) {}

  /** All but the attributes named in `untouched`. */
  read(config: Attrs, untouched: ReadonlySet<string>): Record<string, unknown> {
    const reader = this.tolerantReader();
    const kept = config.filter((name) => !untouched.has(name));
    const result = reader.read(kept) as Record<string, unknown>;
    config.names.forEach((name, i) => {
      if (!untouched.has(name)) return;
      const member = { container: result, key: toText(name), slot: config.values[i] as Slot };
      setProperty(result, member.key, this.leaveHole(member, undefined));
    });
    return result;
  }

  /** What went wrong so far, where something did. */
  get failures(): readonly NixError[] {
    return this.holes.flatMap(({ error }) => error ?? []);
  }

  get incomplete(): boolean {
    return this.holes.length > 0;
  }

  /** Reads what was to be left alone, tolerantly; tells whether there was any. */
  readUntouched(): boolean {
    const untouched = this.holes.filter(({ error }) => error === undefined);
    const failed = this.holes.filter(({ error }) => error !== undefined);
    this.holes.splice(0, this.holes.length, ...failed);
    const reader = this.tolerantReader();
    for (const { container, key, slot } of untouched) {
      const wrapped = reader.read([slot]) as readonly unknown[];
      setProperty(container, key, wrapped[0]);
    }
    return untouched.length > 0;
  }

  /** Fills what was left open. */
  complete(): void {
    const reader = new PlainReader(this.machine);
    for (const { container, key, slot } of this.holes.splice(0)) setProperty(container, key, reader.read(slot));
  }

  private tolerantReader(): PlainReader {
    return new PlainReader(this.machine, (member, error) => this.leaveHole(member, error));
  }

  private leaveHole(member: Member, error: NixError | undefined): Deferred {
    this.holes.push({ ...member, error });
    return new Deferred(error);
  }
}
