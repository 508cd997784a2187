/**
 * What an evaluation has put into the Nix store, in name: nothing is written to disk. Texts and
 * derivations are kept as they would be written, trees as a note of where they came from.
 */
import type { Io } from "../../../io/io.js";
import type { Machine } from "../../eval/machine.js";
import type { DerivationHashes } from "./derivation-hash.js";

/** A file whose whole content was made by the evaluation. */
export interface StoreText {
  readonly contents: string;
  /** Store paths that it mentions. */
  readonly references: ReadonlySet<string>;
}

/** A copy of files that are still where they were. */
export interface StoreTree {
  /** Where they are: an absolute path, a byte string. */
  readonly root: string;
  /** Paths under the root that a filter let through; all when absent. */
  readonly kept: ReadonlySet<string> | undefined;
}

export class Store {
  /** By store path. */
  readonly texts = new Map<string, StoreText>();
  readonly trees = new Map<string, StoreTree>();
  /** Hashes of derivations for use in those that depend on them, by path of the derivation. */
  readonly derivationHashes = new Map<string, DerivationHashes>();
  /** Store paths of whole trees that were copied unfiltered, by where they came from. */
  readonly copies = new Map<string, string>();
}

const stores = new WeakMap<Io, Store>();

/** The store of everything that is evaluated with one `Io`. */
export function storeFor(io: Io): Store {
  const known = stores.get(io);
  if (known !== undefined) return known;
  const store = new Store();
  stores.set(io, store);
  return store;
}

export function storeOf(machine: Machine): Store {
  return storeFor(machine.io);
}

/** Remembers a text; gives its path back. */
export function addText(machine: Machine, path: string, contents: string, references: ReadonlySet<string>): string {
  storeOf(machine).texts.set(path, { contents, references });
  return path;
}
