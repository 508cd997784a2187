/**
 * Files in memory, for tests and the browser. Paths resolve as a POSIX kernel resolves them: links are
 * followed part by part, `..` is the parent of where one really is, and a trailing slash asks for a folder.
 */
import { ioFailure, missingPath, notALink } from "./failure.js";
import type { FileStat, FileType, Io } from "./io.js";

/** Text or bytes are a regular file; folders above a file need no entry of their own. */
export type MemoryEntry =
  | string
  | Uint8Array
  | { readonly executable: string | Uint8Array }
  | { readonly link: string }
  | { readonly directory: true };

export interface MemoryContent {
  /** Absolute path → what is there. */
  readonly files?: Readonly<Record<string, MemoryEntry>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly home?: string;
}

interface Folder {
  readonly type: "directory";
  readonly path: string;
  readonly parent: Folder | undefined;
  readonly entries: Map<string, Item>;
}
interface File {
  readonly type: "regular";
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}
interface Link {
  readonly type: "symlink";
  readonly target: string;
}
type Item = Folder | File | Link;

/** Where a path leads: the folder that holds the last name, that name, and what it names, if anything. */
interface Place {
  readonly folder: Folder;
  readonly name: string;
  readonly node: Item | undefined;
}

type Errno = "ENOENT" | "ENOTDIR" | "ELOOP" | "EINVAL";

/** Linux's limit. */
const maxLinks = 40;

/** Throws an `Error` when an entry lies below a file, or its path is not absolute. */
export function createMemoryIo(content: MemoryContent = {}): Io {
  const root: Folder = {
    type: "directory",
    path: "/",
    parent: undefined,
    entries: new Map(),
  };
  for (const [path, entry] of Object.entries(content.files ?? {})) addEntry(root, path, entry);
  const environment = new Map(Object.entries(content.environment ?? {}));

  return {
    readFile(path) {
      const place = resolve(root, path, true);
      if (typeof place === "string") throw ioFailure(place, "opening file", path);
      const { node } = place;
      if (node?.type === "directory") throw ioFailure("EISDIR", "reading from file", path);
      if (node?.type !== "regular") throw ioFailure("ENOENT", "opening file", path);
      return node.bytes.slice();
    },

    stat(path) {
      const place = resolve(root, path, false);
      if (place === "ENOENT" || place === "ENOTDIR") return undefined;
      if (typeof place === "string") throw ioFailure(place, "getting status of", path);
      return place.node && statOf(place.node);
    },

    readDirectory(path) {
      const place = resolve(root, path, true);
      if (typeof place === "string") throw ioFailure(place, "opening directory", path);
      const { node } = place;
      if (node === undefined) throw ioFailure("ENOENT", "opening directory", path);
      if (node.type !== "directory") throw ioFailure("ENOTDIR", "opening directory", path);
      const types = new Map<string, FileType>();
      for (const [name, child] of node.entries) types.set(name, child.type);
      return types;
    },

    readLink(path) {
      const place = resolve(root, path, false);
      if (typeof place === "string") throw ioFailure(place, "getting status of", path);
      if (place.node === undefined) throw ioFailure("ENOENT", "getting status of", path);
      if (place.node.type !== "symlink") throw notALink(path);
      return place.node.target;
    },

    realPath(path) {
      const place = resolve(root, path, true);
      if (place === "ENOENT" || (typeof place !== "string" && !place.node)) throw missingPath(path);
      if (typeof place === "string") throw ioFailure(place, "getting status of", path);
      return place.node?.type === "directory" ? place.node.path : childPath(place.folder, place.name);
    },

    environment: (name) => environment.get(name),
    homeDirectory: () => content.home,
  };
}

function addEntry(root: Folder, path: string, entry: MemoryEntry): void {
  if (!path.startsWith("/")) throw new Error(`'${path}' is not an absolute path`);
  const parts = path.split("/").filter((part) => part !== "");
  const isFolder = typeof entry === "object" && "directory" in entry;
  const name = isFolder ? undefined : parts.pop();
  let folder = root;
  for (const part of parts) folder = enterOrCreate(folder, part);
  if (isFolder) return;
  if (name === undefined || folder.entries.has(name)) throw new Error(`'${path}' is there twice`);
  folder.entries.set(name, toNode(entry));
}

function enterOrCreate(parent: Folder, name: string): Folder {
  const present = parent.entries.get(name);
  if (present?.type === "directory") return present;
  const path = childPath(parent, name);
  if (present) throw new Error(`'${path}' is a file and a folder`);
  const folder: Folder = {
    type: "directory",
    path,
    parent,
    entries: new Map(),
  };
  parent.entries.set(name, folder);
  return folder;
}

function toNode(entry: Exclude<MemoryEntry, { directory: true }>): File | Link {
  if (typeof entry === "string" || entry instanceof Uint8Array) return toFile(entry, false);
  return "link" in entry ? { type: "symlink", target: entry.link } : toFile(entry.executable, true);
}

function toFile(content: string | Uint8Array, executable: boolean): File {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { type: "regular", bytes, executable };
}

function statOf(node: Item): FileStat {
  if (node.type !== "regular") return { type: node.type, executable: false, size: 0 };
  return {
    type: node.type,
    executable: node.executable,
    size: node.bytes.length,
  };
}

function childPath(folder: Folder, name: string): string {
  return folder.path === "/" ? `/${name}` : `${folder.path}/${name}`;
}

/** Walks a path; gives the error number that a kernel would. */
function resolve(root: Folder, path: string, followLast: boolean): Place | Errno {
  if (path === "") return "ENOENT";
  if (path.includes("\0")) return "EINVAL";
  let at: Place = { folder: root, name: ".", node: root };
  /** Parts still to walk, the next one last. */
  const pending = partsOf(path);
  let links = 0;
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (at.node === undefined) return "ENOENT";
    if (at.node.type !== "directory") return "ENOTDIR";
    const folder = at.node;
    at = step(folder, part);
    if (at.node?.type !== "symlink" || (pending.length === 0 && !followLast)) continue;
    if (++links > maxLinks) return "ELOOP";
    const { target } = at.node;
    pending.push(...partsOf(target));
    const from = target.startsWith("/") ? root : folder;
    at = { folder: from, name: ".", node: from };
  }
  return at;
}

function step(folder: Folder, part: string): Place {
  if (part === ".") return { folder, name: part, node: folder };
  if (part === "..") return { folder, name: part, node: folder.parent ?? folder };
  return { folder, name: part, node: folder.entries.get(part) };
}

/** Last part first. A trailing slash counts as a `.`, which only a folder has. */
function partsOf(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "");
  if (path.endsWith("/")) parts.push(".");
  return parts.reverse();
}
