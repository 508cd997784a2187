/** `patches`: which resources each is for, and applying it. */

import { isJsonObject, type JsonObject } from "../kubernetes/json.js";
import { applyJsonPatch, JsonPatchError } from "../kubernetes/json-patch.js";
import { strategicMerge } from "../kubernetes/strategic-merge.js";
import type { ChartConfig } from "./config/fields/chart.js";
import type { JsonPatchOperation, Patch } from "./config/fields/extra.js";
import { ChartError } from "./config/issue.js";
import type { Draft, Resource } from "./resources/resource.js";

type Identity = Pick<Draft, "kind" | "name">;

/** Whether a patch is for a resource: by its target, or else by the kind and name that the patch itself has. */
export function isPatchFor({ target, patch }: Patch, { kind, name }: Identity): boolean {
  const wanted = target ?? identityIn(patch);
  return (wanted.kind === undefined || wanted.kind === kind) && (wanted.name === undefined || wanted.name === name);
}

function identityIn(patch: Patch["patch"]): { readonly kind?: unknown; readonly name?: unknown } {
  if (isOperations(patch)) return {};
  const name = isJsonObject(patch.metadata) ? patch.metadata.name : undefined;
  return { kind: patch.kind, name };
}

/** @throws ChartError when JSON operations do not fit the resource. */
export function applyPatches({ patches = [] }: ChartConfig, resource: Resource): Resource {
  const identity = { kind: resource.kind, name: resource.metadata.name };
  return patches.reduce<Resource>((current, item, index) => {
    return isPatchFor(item, identity) ? applyPatch(current, item, index) : current;
  }, resource);
}

function applyPatch(resource: Resource, { patch }: Patch, index: number): Resource {
  if (!isOperations(patch)) return strategicMerge(resource, patch) as Resource;
  try {
    return applyJsonPatch(resource, patch) as Resource;
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    const path = ["patches", index, "patch", error.index];
    const message = `this does not fit the ${resource.kind} ${resource.metadata.name}: ${error.message}`;
    throw new ChartError([{ code: "patch-unfit", severity: "error", path, message }], "a patch");
  }
}

function isOperations(patch: JsonObject | readonly JsonPatchOperation[]): patch is readonly JsonPatchOperation[] {
  return Array.isArray(patch);
}
