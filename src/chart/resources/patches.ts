/** `patches`: which resources each is for, and applying it. */

import { isJsonObject, type Json, type JsonObject } from "../../kubernetes/json.js";
import { applyJsonPatch, JsonPatchError } from "../../kubernetes/json-patch.js";
import { strategicMerge } from "../../kubernetes/strategic-merge.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { JsonPatchOperation, Patch } from "../config/fields/extra.js";
import { ChartError } from "../config/issue.js";
import type { Draft, Resource } from "./resource.js";

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
  return isOperations(patch) ? operate(resource, patch, index) : identified(strategicMerge(resource, patch), resource);
}

function operate(resource: Resource, operations: readonly JsonPatchOperation[], index: number): Resource {
  const fail = (key: readonly number[], problem: string) => {
    const path = ["patches", index, "patch", ...key];
    const message = `this does not fit the ${resource.kind} ${resource.metadata.name}: ${problem}`;
    return new ChartError([{ code: "patch-unfit", severity: "error", path, message }], "a patch");
  };
  try {
    const patched = applyJsonPatch(resource, operations);
    if (isSame(patched, resource)) return identified(patched, resource);
  } catch (error) {
    if (error instanceof JsonPatchError) throw fail([error.index], error.message);
    throw error;
  }
  throw fail([], "a patch cannot change apiVersion, kind or metadata.name");
}

function isSame(patched: Json, { apiVersion, kind, metadata }: Resource): patched is Resource {
  if (!isJsonObject(patched) || !isJsonObject(patched.metadata)) return false;
  return patched.apiVersion === apiVersion && patched.kind === kind && patched.metadata.name === metadata.name;
}

/** What a merge patch says of kind and name is there to find the resource, not to change it. */
function identified(patched: JsonObject, { apiVersion, kind, metadata: { name } }: Resource): Resource {
  const { apiVersion: _, kind: __, metadata, ...rest } = patched;
  return { apiVersion, kind, metadata: { ...(isJsonObject(metadata) && metadata), name }, ...rest };
}

function isOperations(patch: JsonObject | readonly JsonPatchOperation[]): patch is readonly JsonPatchOperation[] {
  return Array.isArray(patch);
}
