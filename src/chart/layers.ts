/** Configs that are merged from several: which of them a problem of the result comes from. */

import { Deferred } from "./config/deferred.js";
import type { ConfigIssue, Path } from "./config/issue.js";
import { isPlainObject } from "./config/schema/schema.js";
import { deepMerge } from "./deep-merge.js";

/** A part of the input that is merged, and where in the input it stands. */
export interface Layer {
  readonly at: Path;
  readonly value: unknown;
}

/** The layers merged, each over those before it. */
export function mergeLayers(layers: readonly Layer[]): unknown {
  return layers.reduce<unknown>((merged, { value }) => deepMerge(merged, value), {});
}

/** The issue with the path of the layer that says most about its place; the last of them where several say as much. */
export function placeInLayers(issue: ConfigIssue, layers: readonly Layer[]): ConfigIssue {
  let best: Layer | undefined;
  let deepest = -1;
  for (const layer of layers) {
    const depth = depthOf(layer.value, issue.path);
    if (depth >= deepest) [best, deepest] = [layer, depth];
  }
  return { ...issue, path: [...(best?.at ?? []), ...issue.path] };
}

/** How many steps of a path a value has. */
function depthOf(value: unknown, path: Path): number {
  let at = value;
  for (const [depth, key] of path.entries()) {
    if (at instanceof Deferred || !hasKey(at, key)) return depth;
    at = (at as Readonly<Record<string | number, unknown>>)[key];
  }
  return path.length;
}

function hasKey(value: unknown, key: string | number): boolean {
  return (Array.isArray(value) || isPlainObject(value)) && Object.hasOwn(value, key);
}

/** Each issue once: what is wrong in a shared layer shows in everything that is merged from it. */
export function distinct(issues: readonly ConfigIssue[]): readonly ConfigIssue[] {
  const seen = new Map(issues.map((issue) => [JSON.stringify([issue.code, issue.path, issue.message]), issue]));
  return [...seen.values()];
}
