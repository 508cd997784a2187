/** JSON patches (RFC 6902), applied without changing what they are applied to. */
import { isJsonObject, type Json, setOwn } from "./json.js";

export interface JsonOperation {
  readonly op: "add" | "remove" | "replace" | "move" | "copy" | "test";
  /** A JSON pointer (RFC 6901). */
  readonly path: string;
  readonly from?: string;
  readonly value?: Json;
}

/** Thrown when a patch does not fit what it is applied to. */
export class JsonPatchError extends Error {
  override readonly name = "JsonPatchError";
  constructor(
    readonly index: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws JsonPatchError for the first operation that cannot be done. */
export function applyJsonPatch(document: Json, operations: readonly JsonOperation[]): Json {
  return operations.reduce((current, operation, index) => {
    try {
      return steps[operation.op](current, operation);
    } catch (error) {
      if (error instanceof Misfit) throw new JsonPatchError(index, error.message);
      throw error;
    }
  }, document);
}

class Misfit extends Error {}

type Step = (document: Json, operation: JsonOperation) => Json;

const steps: Readonly<Record<JsonOperation["op"], Step>> = {
  add: (document, { path, value = null }) => put(document, parse(path), value, true),
  replace: (document, { path, value = null }) => put(document, parse(path), value, false),
  remove: (document, { path }) => drop(document, parse(path)),
  copy: (document, { path, from = "" }) => put(document, parse(path), get(document, parse(from)), true),
  move: (document, { path, from = "" }) => {
    if (path.startsWith(`${from}/`)) throw new Misfit(`${from} cannot be moved into itself`);
    const value = get(document, parse(from));
    return put(drop(document, parse(from)), parse(path), value, true);
  },
  test: (document, { path, value = null }) => {
    if (!equal(get(document, parse(path)), value)) throw new Misfit(`${path} has another value than the patch expects`);
    return document;
  },
};

function parse(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function get(document: Json, path: readonly string[]): Json {
  return path.reduce((at, key) => child(at, key), document);
}

function child(parent: Json, key: string): Json {
  if (Array.isArray(parent)) return parent[indexOf(parent, key, false)] as Json;
  if (isJsonObject(parent) && Object.hasOwn(parent, key)) return parent[key] as Json;
  throw new Misfit(`there is no field ${JSON.stringify(key)} for the patch to find`);
}

function indexOf(list: readonly Json[], key: string, mayAppend: boolean): number {
  if (key === "-" && mayAppend) return list.length;
  const index = /^(0|[1-9]\d{0,8})$/.test(key) ? Number(key) : Number.NaN;
  if (index < list.length || (mayAppend && index === list.length)) return index;
  throw new Misfit(`there is no item ${JSON.stringify(key)} in a list of ${list.length}`);
}

function put(document: Json, path: readonly string[], value: Json, inserts: boolean): Json {
  return edit(document, path, value, (parent, key) => {
    if (Array.isArray(parent)) {
      const index = indexOf(parent, key, inserts);
      return inserts ? parent.toSpliced(index, 0, value) : parent.with(index, value);
    }
    if (!inserts) child(parent, key);
    return withField(parent, key, value);
  });
}

function drop(document: Json, path: readonly string[]): Json {
  return edit(document, path, {}, (parent, key) => {
    child(parent, key);
    if (Array.isArray(parent)) return parent.toSpliced(indexOf(parent, key, false), 1);
    return Object.fromEntries(Object.entries(parent as object).filter(([name]) => name !== key));
  });
}

/** Copies the way down to the parent of `path` and changes the copy; the whole document becomes `whole`. */
function edit(document: Json, path: readonly string[], whole: Json, change: (parent: Json, key: string) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return whole;
  if (rest.length === 0) return change(document, key);
  const changed = edit(child(document, key), rest, whole, change);
  return Array.isArray(document)
    ? document.with(indexOf(document, key, false), changed)
    : withField(document, key, changed);
}

function withField(parent: Json, key: string, value: Json): Json {
  if (!isJsonObject(parent)) throw new Misfit(`there is nothing that could have a field ${JSON.stringify(key)}`);
  const copy: Record<string, Json> = { ...parent };
  setOwn(copy, key, value);
  return copy;
}

function equal(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equal(item, b[index] as Json));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key] as Json, b[key] as Json))
  );
}
