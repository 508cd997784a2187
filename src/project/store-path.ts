/** Where outputs are stored: a path computed from what is in them, as for Nix's content-addressed paths. */
import { createHash } from "node:crypto";
import { posix, win32 } from "node:path";

/** What a build produced. */
export interface Output {
  /** Ends the store path, for people; usually the chart's name. */
  readonly name: string;
  /** Relative path, `/`-separated → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** What the operating system or the user's settings refuse, rather than a defect of ours. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  constructor(
    /** As `src/diagnostics/codes.ts` explains it. */
    readonly code: "link-exists" | "link-failed" | "store-unwritable",
    message: string,
    /** What to do about it. */
    readonly help: string,
  ) {
    super(message);
  }
}

/** What the place of the store depends on. */
export interface Surroundings {
  environment(name: string): string | undefined;
  /** Native path; `undefined` where the user has no home. */
  readonly home: string | undefined;
  readonly workingFolder: string;
  readonly platform: string;
}

/**
 * The folder that holds all outputs: `NHG_STORE`, or the usual folder for caches. Everything in it can be
 * made again, so it may be deleted at any time. Throws a `StoreError` where there is no such folder.
 */
export function storeFolder({ environment, home, workingFolder, platform }: Surroundings): string {
  const { isAbsolute, join, resolve } = platform === "win32" ? win32 : posix;
  const chosen = environment("NHG_STORE");
  if (chosen) return resolve(workingFolder, chosen);
  const usual = environment(platform === "win32" ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
  // The XDG specification has relative paths ignored.
  if (usual && isAbsolute(usual)) return join(usual, "nix-helm-generator", "store");
  if (home) return join(home, platform === "win32" ? "AppData\\Local" : ".cache", "nix-helm-generator", "store");
  throw new StoreError(
    "store-unwritable",
    "there is no home folder to keep built outputs in",
    "set NHG_STORE to a folder that may be written",
  );
}

/** The name of an output's folder in the store: 32 characters of hash, a hyphen, and its name. */
export function storeName({ name, files }: Output): string {
  const safe = safeName(name);
  return `${digest(safe, files)}-${safe}`;
}

/** Lengths go in with the texts, so that no two outputs look alike to the hash. */
function digest(name: string, files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  const add = (text: string) => hash.update(`${Buffer.byteLength(text)}:`).update(text);
  add("nhg-output-1");
  add(name);
  for (const path of [...files.keys()].sort()) {
    add(path);
    add(files.get(path) as string);
  }
  return base32(fold(hash.digest(), 20));
}

/** Nix shortens a hash to 160 bits by folding it onto itself. */
function fold(bytes: Uint8Array, length: number): Uint8Array {
  const folded = new Uint8Array(length);
  bytes.forEach((byte, index) => {
    folded[index % length] = (folded[index % length] as number) ^ byte;
  });
  return folded;
}

/** Nix's alphabet: no `e`, `o`, `t`, `u`, so that no word appears. */
const alphabet = "0123456789abcdfghijklmnpqrsvwxyz";

/** As Nix writes hashes: five bits a character, the last bits first. */
function base32(bytes: Uint8Array): string {
  let text = "";
  for (let bit = Math.ceil((bytes.length * 8) / 5) * 5 - 5; bit >= 0; bit -= 5) {
    const index = bit >> 3;
    const pair = (bytes[index] as number) | ((bytes[index + 1] ?? 0) << 8);
    text += alphabet[(pair >> (bit & 7)) & 31];
  }
  return text;
}

/** The characters that Nix allows in store paths and Windows in file names. */
function safeName(name: string): string {
  const safe = name
    .replace(/[^A-Za-z0-9+._=-]+/g, "-")
    .replace(/^[-.]+/, "")
    .slice(0, 100)
    .replace(/\.+$/, "");
  return safe === "" ? "output" : safe;
}
