/** `environments`: fragments of the config. */

import type { JsonObject } from "../../../kubernetes/json.js";
import { map } from "../schema/collections.js";
import { patchObject } from "../schema/json.js";
import type { Place, Schema, Walk } from "../schema/schema.js";
import { labelKeyName } from "./forms.js";

/** `T` with every field optional, at every level. */
export type Fragment<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Fragment<T[K]> | null | undefined }
    : T;

/** Each is checked as a fragment, and kept as it was written, because it is merged before defaults are filled in. */
export function environments<I>(
  config: Schema<I, unknown>,
): Schema<Readonly<Record<string, Fragment<I>>>, Readonly<Record<string, JsonObject>>> {
  const fragment: Schema<Fragment<I>, JsonObject> = {
    shape: config.shape,
    check: (value: unknown, at: Place, walk: Walk) => {
      const before = walk.found.issues.length;
      config.check(value, at, { ...walk, fragment: true });
      return walk.found.issues.length > before ? undefined : patchObject.check(value, at, walk);
    },
  };
  return map(labelKeyName, fragment) as Schema<
    Readonly<Record<string, Fragment<I>>>,
    Readonly<Record<string, JsonObject>>
  >;
}
