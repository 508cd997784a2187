/** Values of the Kubernetes API that pass through as they are, such as a raw pod or a whole manifest. */
import { type Json, type JsonObject, setOwn } from "../../../kubernetes/json.js";
import { Deferred } from "../deferred.js";
import { isPlainObject, type Place, report, type Schema, type Walk, wrongType } from "./schema.js";

/** Deeper than any resource, and shallow enough for every stack. */
const deepest = 200;
/** More values than any resource has; stops what is small as it is shared, and endless when written out. */
const most = 1_000_000;

/** Copies plain data. A null in a list, which would mean nothing there, is always an error. */
class Copier {
  private count = 0;
  private readonly ancestors = new Set<unknown>();

  constructor(
    private readonly walk: Walk,
    private readonly keepsNulls: boolean,
  ) {}

  copy(value: unknown, at: Place): Json | undefined {
    if (typeof value === "string" || typeof value === "boolean" || typeof value === "bigint") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (value instanceof Deferred) {
      this.walk.found.deferred = true;
      return value as unknown as Json;
    }
    const isList = Array.isArray(value);
    if (!isList && !isPlainObject(value)) return wrongType(this.walk, at, "plain data", value);
    if (this.count > most) return undefined;
    const message = this.excess(value);
    if (message !== undefined) return report(this.walk, at, { code: "too-large", message });
    this.ancestors.add(value);
    const result = isList ? this.copyList(value, at) : this.copyObject(value, at);
    this.ancestors.delete(value);
    return result;
  }

  private excess(value: unknown): string | undefined {
    if (this.ancestors.has(value)) return "this contains itself";
    if (this.ancestors.size >= deepest) return `this is nested more than ${deepest} levels deep`;
    return ++this.count > most ? `this has more than ${most} parts` : undefined;
  }

  private copyList(list: readonly unknown[], at: Place): Json[] {
    const result: Json[] = [];
    for (const [key, item] of list.entries()) {
      const copied = this.copy(item, { parent: at, key });
      if (copied !== undefined) result.push(copied);
    }
    return result;
  }

  private copyObject(object: Record<string, unknown>, at: Place): JsonObject {
    const result: Record<string, Json> = {};
    for (const key of Object.keys(object)) {
      const item = object[key];
      if (item === undefined || (item === null && !this.keepsNulls)) continue;
      const copied = item === null ? null : this.copy(item, { parent: at, key });
      if (copied !== undefined) setOwn(result, key, copied);
    }
    return result;
  }
}

/** Any plain data; fields that are null are left out. */
export const json: Schema<unknown, Json> = {
  shape: { type: "json" },
  check: (value, at, walk) => new Copier(walk, false).copy(value, at),
};

function objectOf(keepsNulls: boolean): Schema<{ readonly [field: string]: unknown }, JsonObject> {
  return {
    shape: { type: "json" },
    check: (value, at, walk) => {
      if (!isPlainObject(value)) return wrongType(walk, at, "a set of fields", value);
      return new Copier(walk, keepsNulls).copy(value, at) as JsonObject | undefined;
    },
  };
}

/** A set of fields of the Kubernetes API, none of which is known here. */
export const jsonObject = objectOf(false);

/** The same for a patch, in which null means that a field goes away. */
export const patchObject = objectOf(true);
