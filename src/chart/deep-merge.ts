/** Merging configs, as environments and groups of charts do. */
import { setOwn } from "../kubernetes/json.js";
import { Deferred } from "./config/deferred.js";
import { isPlainObject } from "./config/schema/schema.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * `base` with `overlay` on top: sets of fields are merged at every level, anything else, lists included, is replaced.
 * A null in the overlay takes the field away. Neither argument is changed; unchanged parts are shared.
 */
export function deepMerge<T>(base: T, overlay: unknown): T {
  return merge(base, overlay) as T;
}

function merge(base: unknown, overlay: unknown): unknown {
  if (!isPlainObject(overlay)) return overlay;
  // What has not been computed stays so when something is merged over it.
  if (base instanceof Deferred) return base;
  const merged: Record<string, unknown> = {};
  const under: Fields = isPlainObject(base) ? base : {};
  for (const key of Object.keys(under)) setOwn(merged, key, under[key]);
  for (const key of Object.keys(overlay)) {
    const value = overlay[key];
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else setOwn(merged, key, merge(Object.hasOwn(under, key) ? under[key] : undefined, value));
  }
  return merged;
}
