/**
 * The hash that identifies a derivation to those that depend on it. It looks through fixed outputs (only
 * their content counts, not how it is fetched), which is why it is not the hash of the text alone.
 */
import { toText } from "../../eval/bytes.js";
import { NixError } from "../../eval/errors.js";
import type { Machine } from "../../eval/machine.js";
import { toBase16 } from "../hash/encoding.js";
import { type Hash, hashText } from "../hash/hash.js";
import { type Derivation, type DerivationOutput, printDerivation } from "./derivation.js";
import { parseDerivation } from "./parse-derivation.js";
import { storeOf } from "./store.js";
import { nameOf } from "./store-path.js";

export interface DerivationHashes {
  /** Whether output paths are known only after building, here or in something this depends on. */
  readonly deferred: boolean;
  /** Of an output, in base 16. */
  readonly ofOutput: (name: string) => string;
}

/** What stands for an impure derivation, whose result nothing identifies. */
const impureHash = toBase16(hashText("sha256", "impure").bytes);

/** Hashes for use by dependents; output paths must be filled in where they are known. */
export function hashesOf(machine: Machine, derivation: Derivation): DerivationHashes {
  const outputs = [...derivation.outputs.values()];
  const [first] = outputs;
  if (first !== undefined && outputs.every(isFixed)) {
    const hash = toBase16(hashText("sha256", fixedIdentity(first)).bytes);
    return { deferred: false, ofOutput: () => hash };
  }
  if (outputs.some(({ hash }) => hash === "impure")) return { deferred: true, ofOutput: () => impureHash };
  const { hash, deferred } = hashModuloInputs(machine, derivation);
  const text = toBase16(hash.bytes);
  return { deferred: deferred || outputs.some(isFloating), ofOutput: () => text };
}

function isFixed({ hash }: DerivationOutput): boolean {
  return hash !== "" && hash !== "impure";
}

function isFloating({ hashAlgorithm, hash }: DerivationOutput): boolean {
  return hashAlgorithm !== "" && hash === "";
}

function fixedIdentity({ path, hashAlgorithm, hash }: DerivationOutput): string {
  return `fixed:out:${hashAlgorithm}:${hash}:${path}`;
}

/** The hash of a derivation's text with each input derivation's path replaced by its hash. */
export function hashModuloInputs(machine: Machine, derivation: Derivation): { hash: Hash; deferred: boolean } {
  const inputs = new Map<string, Set<string>>();
  let deferred = false;
  for (const [path, names] of derivation.inputDerivations) {
    const hashes = knownHashes(machine, path);
    deferred ||= hashes.deferred;
    for (const name of names) {
      const hash = hashes.ofOutput(name);
      inputs.set(hash, (inputs.get(hash) ?? new Set()).add(name));
    }
  }
  return { hash: hashText("sha256", printDerivation({ ...derivation, inputDerivations: inputs })), deferred };
}

/** Of a derivation that this evaluation made, or that is in the store on disk. */
function knownHashes(machine: Machine, path: string): DerivationHashes {
  const { derivationHashes } = storeOf(machine);
  const known = derivationHashes.get(path);
  if (known !== undefined) return known;
  const hashes = hashesOf(machine, readDerivation(machine, path));
  derivationHashes.set(path, hashes);
  return hashes;
}

/** Of a derivation that this evaluation made, or that is in the store on disk. */
export function readDerivation(machine: Machine, path: string): Derivation {
  const contents = storeOf(machine).texts.get(path)?.contents;
  if (contents === undefined && machine.io.stat(toText(path)) === undefined) {
    throw new NixError("io", `path '${path}' is not valid`);
  }
  const derivation = parseDerivation(nameOf(path).replace(/\.drv$/, ""), contents ?? machine.readFile(path));
  if (derivation === undefined) throw new NixError("io", `error parsing derivation '${path}'`);
  return derivation;
}
