/** Hashes: computing them, and reading and writing them as Nix does. */
import { blake3 } from "@noble/hashes/blake3.js";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { toByteArray } from "../../eval/bytes.js";
import { NixError } from "../../eval/errors.js";
import {
  base64Length,
  fromBase16,
  fromBase64,
  fromNix32,
  nix32Length,
  toBase16,
  toBase64,
  toNix32,
} from "./encoding.js";

export type HashAlgorithm = "blake3" | "md5" | "sha1" | "sha256" | "sha512";
export type HashFormat = "base16" | "nix32" | "base64" | "sri";

export interface Hash {
  readonly algorithm: HashAlgorithm;
  readonly bytes: Uint8Array;
}

interface Algorithm {
  readonly size: number;
  readonly digest: (data: Uint8Array) => Uint8Array;
}

const algorithms: { readonly [A in HashAlgorithm]: Algorithm } = {
  blake3: { size: 32, digest: (data) => blake3(data) },
  md5: { size: 16, digest: md5 },
  sha1: { size: 20, digest: sha1 },
  sha256: { size: 32, digest: sha256 },
  sha512: { size: 64, digest: sha512 },
};

/** `undefined` when there is no algorithm of that name. */
export function findAlgorithm(name: string): HashAlgorithm | undefined {
  return Object.hasOwn(algorithms, name) ? (name as HashAlgorithm) : undefined;
}

export function parseAlgorithm(name: string): HashAlgorithm {
  const found = findAlgorithm(name);
  if (found !== undefined) return found;
  throw new NixError(
    "value",
    `unknown hash algorithm '${name}', expect 'blake3', 'md5', 'sha1', 'sha256', or 'sha512'`,
  );
}

export function parseFormat(name: string): HashFormat {
  // The old name of Nix's own alphabet.
  if (name === "base32") return "nix32";
  if (name === "base16" || name === "nix32" || name === "base64" || name === "sri") return name;
  throw new NixError("value", `unknown hash format '${name}', expect 'base16', 'base32', 'base64', or 'sri'`);
}

export function hashBytes(algorithm: HashAlgorithm, data: Uint8Array): Hash {
  return { algorithm, bytes: algorithms[algorithm].digest(data) };
}

/** Of a byte string. */
export function hashText(algorithm: HashAlgorithm, text: string): Hash {
  return hashBytes(algorithm, toByteArray(text));
}

export function formatHash({ algorithm, bytes }: Hash, format: HashFormat): string {
  if (format === "base16") return toBase16(bytes);
  if (format === "nix32") return toNix32(bytes);
  return format === "base64" ? toBase64(bytes) : `${algorithm}-${toBase64(bytes)}`;
}

/**
 * `sha256:…`, `sha256-…` (base 64 only) or, when the algorithm is known, the bare text; base 16, 32 and
 * 64 are told apart by length.
 */
export function parseHash(text: string, known: HashAlgorithm | undefined): Hash {
  const { prefix, isSri, rest } = splitPrefix(text);
  if (prefix === undefined && known === undefined) {
    throw new NixError("value", `hash '${rest}' does not include a type, nor is the type otherwise known from context`);
  }
  const algorithm = prefix === undefined ? (known as HashAlgorithm) : parseAlgorithm(prefix);
  if (known !== undefined && known !== algorithm) {
    throw new NixError("value", `hash '${text}' should have type '${known}'`);
  }
  return { algorithm, bytes: decode(rest, algorithm, isSri) };
}

function splitPrefix(text: string): { prefix: string | undefined; isSri: boolean; rest: string } {
  const colon = text.indexOf(":");
  const at = colon < 0 ? text.indexOf("-") : colon;
  if (at < 0) return { prefix: undefined, isSri: false, rest: text };
  return { prefix: text.slice(0, at), isSri: colon < 0, rest: text.slice(at + 1) };
}

function decode(text: string, algorithm: HashAlgorithm, isSri: boolean): Uint8Array {
  const { size } = algorithms[algorithm];
  const encoding = isSri ? "SRI" : encodingOf(text.length, size);
  if (encoding === undefined) {
    throw new NixError("value", `hash '${text}' has wrong length for hash algorithm '${algorithm}'`);
  }
  const bytes = decoders[encoding](text, size);
  if (bytes?.length === size) return bytes;
  throw new NixError("value", `invalid ${encoding} hash '${text}'`);
}

type Encoding = "base-16" | "base-32" | "base-64" | "SRI";

function encodingOf(length: number, size: number): Encoding | undefined {
  if (length === size * 2) return "base-16";
  if (length === nix32Length(size)) return "base-32";
  return length === base64Length(size) ? "base-64" : undefined;
}

const decoders: { readonly [E in Encoding]: (text: string, size: number) => Uint8Array | undefined } = {
  "base-16": fromBase16,
  "base-32": fromNix32,
  "base-64": fromBase64,
  SRI: fromBase64,
};
