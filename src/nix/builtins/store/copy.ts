/** Copying files to the Nix store, in name: the store path is computed, and remembered. */
import { toText } from "../../eval/bytes.js";
import { NixError } from "../../eval/errors.js";
import type { Machine } from "../../eval/machine.js";
import { baseNameOf } from "../../eval/paths.js";
import { readingFiles } from "../../eval/reading-files.js";
import { NixString } from "../../eval/value.js";
import { type Hash, hashBytes } from "../hash/hash.js";
import { hashArchive, type PathFilter } from "./archive.js";
import { isDerivationPath } from "./context.js";
import { storeOf } from "./store.js";
import { fixedOutputPath } from "./store-path.js";

/** What interpolating a path in a string does. */
export function copyPathToStore(machine: Machine, path: string): NixString {
  if (isDerivationPath(path)) throw new NixError("value", "file names are not allowed to end in '.drv'");
  const { copies } = storeOf(machine);
  const known = copies.get(path);
  const storePath = known ?? addTree(machine, { name: baseNameOf(path), root: path, recursive: true });
  copies.set(path, storePath);
  return inStore(storePath);
}

/** The path as a string that depends on itself. */
export function inStore(storePath: string): NixString {
  return new NixString(storePath, new Set([storePath]));
}

export interface TreeRequest {
  readonly name: string;
  /** Absolute path of the file or folder: a byte string. */
  readonly root: string;
  /** Whether it is hashed as an archive rather than as the bytes of one file. */
  readonly recursive: boolean;
  readonly filter?: PathFilter | undefined;
  /** What the hash has to be. */
  readonly expected?: Hash | undefined;
}

/** Gives the store path. */
export function addTree(machine: Machine, { name, root, recursive, filter, expected }: TreeRequest): string {
  const { storeDir } = machine.settings;
  const kept = filter === undefined ? undefined : new Set<string>();
  const hash = readingFiles(() =>
    recursive ? hashArchive(machine.io, root, remember(filter, kept)) : hashFlat(machine, root),
  );
  const method = recursive ? "nar" : "flat";
  const storePath = fixedOutputPath(storeDir, name, method, hash);
  if (expected !== undefined && fixedOutputPath(storeDir, name, method, expected) !== storePath) {
    throw new NixError("value", `store path mismatch in (possibly filtered) path added from '${root}'`);
  }
  storeOf(machine).trees.set(storePath, { root, kept });
  return storePath;
}

function remember(filter: PathFilter | undefined, kept: Set<string> | undefined): PathFilter | undefined {
  if (filter === undefined || kept === undefined) return undefined;
  return (path) => {
    const keep = filter(path);
    if (keep) kept.add(path);
    return keep;
  };
}

function hashFlat(machine: Machine, path: string): Hash {
  return hashBytes("sha256", machine.io.readFile(toText(path)));
}
