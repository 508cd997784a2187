/** `recursiveUpdate`: `//` that merges sets inside sets. Not in Nix, so that positions survive for blame. */
import { Attrs } from "../nix/eval/attrs.js";
import { forceAttrs } from "../nix/eval/expect.js";
import { force, type Slot, Thunk, type Value } from "../nix/eval/value.js";

export function recursiveUpdate(left: Slot, right: Slot): Attrs {
  return update(forceAttrs(left), forceAttrs(right));
}

function update(left: Attrs, right: Attrs): Attrs {
  const values = right.names.map((name, i): Slot => {
    const value = right.values[i] as Slot;
    const earlier = left.get(name);
    return earlier === undefined ? value : new Thunk(updateValue, [earlier, value]);
  });
  return left.update(right.withValues(values));
}

function updateValue([left, right]: readonly [Slot, Slot]): Value {
  const value = force(right);
  if (!(value instanceof Attrs)) return value;
  const earlier = force(left);
  return earlier instanceof Attrs ? update(earlier, value) : value;
}
