/**
 * From a place in the config to the line where the user wrote it. Sets remember where their attributes
 * were written, through `//` and `import`, so the way down the path tells; nothing is kept beforehand.
 */
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { force, type Slot } from "../nix/eval/value.js";
import type { Span } from "../nix/syntax/source.js";

/** The deepest known position along `path`; for what is missing, that of what should hold it. */
export function blame(config: Slot, path: readonly (string | number)[], fallback?: Span): Span | undefined {
  let place = fallback;
  let slot: Slot | undefined = config;
  for (const step of path) {
    if (slot === undefined) break;
    const value = force(slot);
    if (value instanceof Attrs) {
      const name = toBytes(String(step));
      place = value.position(name) ?? place;
      slot = value.get(name);
    } else {
      slot = Array.isArray(value) ? value[Number(step)] : undefined;
    }
  }
  return place;
}
