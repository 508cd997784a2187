/**
 * Strategic-merge patches, as kubectl applies them: sets are merged, null takes a field away, and some lists are
 * merged item by item, by the field that tells their items apart. `$patch: delete` and `$patch: replace` are known.
 */
import type { Json, JsonObject } from "./json.js";
import { isJsonObject, setOwn } from "./json.js";

/** The lists that are merged, with what tells items apart; the first that all items have is taken. */
const mergeKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["claims", ["name"]],
  ["containers", ["name"]],
  ["env", ["name"]],
  ["ephemeralContainers", ["name"]],
  ["hostAliases", ["ip"]],
  ["imagePullSecrets", ["name"]],
  ["initContainers", ["name"]],
  ["ports", ["containerPort", "port"]],
  ["resourceClaims", ["name"]],
  ["secrets", ["name"]],
  ["topologySpreadConstraints", ["topologyKey"]],
  ["volumeDevices", ["devicePath"]],
  ["volumeMounts", ["mountPath"]],
  ["volumes", ["name"]],
]);

const directive = "$patch";

/** The patched object; neither argument is changed. */
export function strategicMerge(base: JsonObject, patch: JsonObject): JsonObject {
  if (patch[directive] === "replace") return withoutDirective(patch);
  const merged: Record<string, Json> = {};
  for (const key of Object.keys(base)) setOwn(merged, key, base[key] as Json);
  for (const [key, change] of Object.entries(patch)) {
    if (key.startsWith("$")) continue;
    const before = Object.hasOwn(base, key) ? base[key] : undefined;
    const removes = change === null || (isJsonObject(change) && change[directive] === "delete");
    if (removes) delete merged[key];
    else setOwn(merged, key, mergeValue(key, before, change));
  }
  return merged;
}

function mergeValue(key: string, before: Json | undefined, change: Json): Json {
  if (isJsonObject(change)) return strategicMerge(isJsonObject(before) ? before : {}, change);
  if (!Array.isArray(change)) return change;
  const items = change as readonly Json[];
  return mergeList(key, Array.isArray(before) ? (before as readonly Json[]) : [], items);
}

function mergeList(field: string, before: readonly Json[], changes: readonly Json[]): readonly Json[] {
  const key = (mergeKeys.get(field) ?? []).find((name) => [...before, ...changes].every((item) => isKeyed(item, name)));
  const replaces = changes.some((item) => isJsonObject(item) && item[directive] === "replace");
  if (key === undefined || replaces) return changes.filter((item) => !isDirective(item)).map(withoutNulls);
  return mergeItems(before as readonly JsonObject[], changes as readonly JsonObject[], key);
}

function mergeItems(before: readonly JsonObject[], changes: readonly JsonObject[], key: string): readonly Json[] {
  const merged: (JsonObject | undefined)[] = [...before];
  const places = new Map(before.map((item, index) => [identity(item, key), index]));
  for (const change of changes) {
    const id = identity(change, key);
    const place = places.get(id) ?? merged.length;
    places.set(id, place);
    merged[place] = change[directive] === "delete" ? undefined : strategicMerge(merged[place] ?? {}, change);
  }
  return merged.filter((item) => item !== undefined);
}

/** What an item is told by. The same port may be there once for each protocol. */
function identity(item: JsonObject, key: string): Json | undefined {
  const isPort = key === "containerPort" || key === "port";
  return isPort ? `${item[key]}/${item.protocol ?? "TCP"}` : item[key];
}

function isKeyed(item: Json, key: string): boolean {
  return isJsonObject(item) && (Object.hasOwn(item, key) || isDirective(item));
}

/** An item such as `{ "$patch": "replace" }`, which says something and stands for nothing. */
function isDirective(item: Json): boolean {
  return isJsonObject(item) && Object.hasOwn(item, directive) && Object.keys(item).length === 1;
}

function withoutDirective({ [directive]: _, ...rest }: JsonObject): JsonObject {
  return rest;
}

function withoutNulls(item: Json): Json {
  return isJsonObject(item) ? strategicMerge({}, item) : item;
}
