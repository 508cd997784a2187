/** Forcing a value and everything inside it. */
import { Attrs } from "./attrs.js";
import { NixError } from "./errors.js";
import { force, type Slot, type Value } from "./value.js";

/** Cycles are fine: each set and list is visited once. */
export function deepForce(slot: Slot, seen: Set<object> = new Set()): Value {
  const value = force(slot);
  if (value instanceof Attrs) {
    if (seen.has(value)) return value;
    seen.add(value);
    for (let i = 0; i < value.size; i++) forceAttribute(value, i, seen);
  } else if (Array.isArray(value)) {
    if (seen.has(value)) return value;
    seen.add(value);
    for (const item of value) deepForce(item, seen);
  }
  return value;
}

function forceAttribute(attrs: Attrs, index: number, seen: Set<object>): void {
  try {
    deepForce(attrs.values[index] as Slot, seen);
  } catch (error) {
    const name = attrs.names[index] as string;
    if (error instanceof NixError) error.addFrame(`while evaluating the attribute '${name}'`, attrs.position(name));
    throw error;
  }
}
