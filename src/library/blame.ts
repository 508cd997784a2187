/**
 * From a place in the config to the line where the user wrote it. Sets remember where their attributes
 * were written, through `//` and `import`, so the way down the path tells; nothing is kept beforehand.
 */
import { type AttrSpan, Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { force, type Slot } from "../nix/eval/value.js";
import type { Span } from "../nix/syntax/source.js";

/** An item of a list has a place when the list was written out, and is the list that was written. */
function itemPlace(place: Span & Partial<AttrSpan>, length: number, index: number): Span {
  const item = place.items?.length === length ? place.items[index] : undefined;
  return item === undefined ? place : { source: place.source, start: item.start, end: item.end };
}

/** The deepest known position along `path`; for what is missing, that of what should hold it. */
export function blame(config: Slot, path: readonly (string | number)[], fallback?: Span): Span | undefined {
  let place: (Span & Partial<AttrSpan>) | undefined = fallback;
  let slot: Slot | undefined = config;
  for (const step of path) {
    if (slot === undefined) break;
    const value = force(slot);
    if (value instanceof Attrs) {
      const name = toBytes(String(step));
      place = value.position(name) ?? place;
      slot = value.get(name);
    } else {
      const list: readonly Slot[] = Array.isArray(value) ? value : [];
      if (place !== undefined) place = itemPlace(place, list.length, Number(step));
      slot = list[Number(step)];
    }
  }
  return place;
}
