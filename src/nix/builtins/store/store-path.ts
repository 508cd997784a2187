/**
 * Store paths, computed as Nix computes them: `<store>/<32 digits>-<name>`, where the digits are a hash
 * over how the object came to be, its content's hash and its name.
 */
import { toNix32 } from "../hash/encoding.js";
import { formatHash, type Hash, hashText } from "../hash/hash.js";
import { checkName } from "./names.js";

const digestLength = 32;
const digestPattern = /^[0-9abcdfghijklmnpqrsvwxyz]{32}$/;

/** Whether the text is the path of a store object, not of something inside one. */
export function isStorePath(storeDir: string, path: string): boolean {
  return objectOf(storeDir, path) === path;
}

/** The store object that a path is, or lies in; `undefined` when it does not lie in the store. */
export function objectOf(storeDir: string, path: string): string | undefined {
  if (!path.startsWith(`${storeDir}/`)) return undefined;
  const start = storeDir.length + 1;
  const end = path.indexOf("/", start);
  const name = path.slice(start, end < 0 ? undefined : end);
  if (!digestPattern.test(name.slice(0, digestLength)) || !/^-[0-9A-Za-z+\-._?=]+$/.test(name.slice(digestLength))) {
    return undefined;
  }
  return `${storeDir}/${name}`;
}

/** The name of a store object, without its digits. */
export function nameOf(storePath: string): string {
  return storePath.slice(storePath.lastIndexOf("/") + 1 + digestLength + 1);
}

export function makeStorePath(storeDir: string, type: string, hash: Hash, name: string): string {
  checkName(name);
  const identity = `${type}:${hash.algorithm}:${formatHash(hash, "base16")}:${storeDir}:${name}`;
  return `${storeDir}/${toNix32(fold(hashText("sha256", identity).bytes))}-${name}`;
}

/** 32 bytes to 20, by exclusive or. */
function fold(bytes: Uint8Array): Uint8Array {
  const folded = new Uint8Array(20);
  bytes.forEach((byte, i) => {
    folded[i % 20] = (folded[i % 20] as number) ^ byte;
  });
  return folded;
}

/** Of a text that mentions other store paths: `toFile`, and derivations themselves. */
export function textPath(storeDir: string, name: string, contents: string, references: ReadonlySet<string>): string {
  const type = ["text", ...[...references].sort()].join(":");
  return makeStorePath(storeDir, type, hashText("sha256", contents), name);
}

/** One output of a derivation that is identified by what goes into it. */
export function outputPath(storeDir: string, output: string, hash: Hash, name: string): string {
  return makeStorePath(storeDir, `output:${output}`, hash, outputName(name, output));
}

export function outputName(name: string, output: string): string {
  return output === "out" ? name : `${name}-${output}`;
}

/** How the content of a store object was hashed: a file's bytes, a tree as NAR, a text, a git tree. */
export type IngestionMethod = "flat" | "nar" | "text" | "git";

/** Written before the hash in derivations and in what is hashed. */
export const methodPrefix: { readonly [M in IngestionMethod]: string } = {
  flat: "",
  nar: "r:",
  text: "text:",
  git: "git:",
};

/** Something identified by its content: sources, fixed-output derivations. */
export function fixedOutputPath(storeDir: string, name: string, method: IngestionMethod, hash: Hash): string {
  if (method === "text") return makeStorePath(storeDir, "text", hash, name);
  if (method === "nar" && hash.algorithm === "sha256") return makeStorePath(storeDir, "source", hash, name);
  const identity = `fixed:out:${methodPrefix[method]}${hash.algorithm}:${formatHash(hash, "base16")}:`;
  return makeStorePath(storeDir, "output:out", hashText("sha256", identity), name);
}
