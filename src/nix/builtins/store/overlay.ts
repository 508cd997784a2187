/** Makes what an evaluation has put into the Nix store readable, although it is not on disk. */
import type { FileStat, FileType, Io } from "../../../io/io.js";
import { IoError } from "../../../io/io.js";
import { toByteArray, toBytes, toText } from "../../eval/bytes.js";
import { type Store, type StoreTree, storeFor } from "./store.js";
import { objectOf } from "./store-path.js";

/** Reads through `io`, but for store objects that only the evaluation knows. Paths are UTF-16, as in `Io`. */
export function withStore(io: Io, storeDir: string): Io {
  const overlay: Io = {
    readFile: (path) => {
      const place = find(path);
      if (place === undefined) return io.readFile(path);
      return typeof place === "string" ? io.readFile(toText(place)) : place;
    },
    stat: (path) => {
      const place = find(path);
      if (place === undefined) return io.stat(path);
      return typeof place === "string" ? io.stat(toText(place)) : statOf(place);
    },
    readDirectory: (path) => {
      const tree = treeAt(path);
      if (tree === undefined) return io.readDirectory(path);
      return keptEntries(tree.tree, tree.path, io.readDirectory(toText(tree.path)));
    },
    readLink: (path) => {
      const place = find(path);
      return io.readLink(typeof place === "string" ? toText(place) : path);
    },
    realPath: (path) => (find(path) === undefined ? io.realPath(path) : path),
    environment: (name) => io.environment(name),
    homeDirectory: () => io.homeDirectory(),
  };
  const store = storeFor(overlay);

  /** The bytes of a text, the path that a part of a tree came from, or nothing when it is not ours. */
  function find(path: string): Uint8Array | string | undefined {
    const bytes = toBytes(path);
    const text = store.texts.get(bytes);
    if (text !== undefined) return toByteArray(text.contents);
    return treeAt(path)?.path;
  }

  function treeAt(path: string): { tree: StoreTree; path: string } | undefined {
    return store.trees.size === 0 ? undefined : findInTrees(store, storeDir, toBytes(path));
  }

  return overlay;
}

function statOf(bytes: Uint8Array): FileStat {
  return { type: "regular", executable: false, size: bytes.length };
}

function findInTrees(store: Store, storeDir: string, path: string): { tree: StoreTree; path: string } | undefined {
  const object = objectOf(storeDir, path);
  const tree = object === undefined ? undefined : store.trees.get(object);
  if (object === undefined || tree === undefined) return undefined;
  const inside = tree.root + path.slice(object.length);
  if (!isKept(tree, inside)) throw new IoError("not-found", toText(path), `path '${toText(path)}' does not exist`);
  return { tree, path: inside };
}

/** Every folder on the way must have been kept as well. */
function isKept({ root, kept }: StoreTree, path: string): boolean {
  if (kept === undefined) return true;
  for (let at = path; at.length > root.length; at = at.slice(0, at.lastIndexOf("/"))) {
    if (!kept.has(at)) return false;
  }
  return true;
}

function keptEntries(
  tree: StoreTree,
  path: string,
  entries: ReadonlyMap<string, FileType>,
): ReadonlyMap<string, FileType> {
  if (tree.kept === undefined) return entries;
  return new Map([...entries].filter(([name]) => tree.kept?.has(`${path}/${toBytes(name)}`)));
}
