/** Hashes of strings and files, and their spellings. */
import type { Builtin } from "../eval/builtin.js";
import { toText } from "../eval/bytes.js";
import { textOf } from "../eval/coerce.js";
import { forceAttrs, forceString, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { readingFiles } from "../eval/reading-files.js";
import type { Slot } from "../eval/value.js";
import { readablePath } from "./coerce-path.js";
import { requireFeature } from "./experimental.js";
import {
  formatHash,
  type HashAlgorithm,
  hashBytes,
  hashText,
  parseAlgorithm,
  parseFormat,
  parseHash,
} from "./hash/hash.js";
import { requireAttr } from "./required.js";

export const hashing: readonly Builtin[] = [
  {
    name: "hashString",
    args: ["algorithm", "string"],
    doc: "The hash of a string in base 16; the algorithm is `md5`, `sha1`, `sha256` or `sha512`.",
    pure: true,
    call: hashString,
  },
  {
    name: "hashFile",
    args: ["algorithm", "path"],
    doc: "The hash of a file's content in base 16; the algorithm is `md5`, `sha1`, `sha256` or `sha512`.",
    pure: false,
    call: hashFile,
  },
  {
    name: "convertHash",
    args: ["attrs"],
    doc: "The `hash` of a set in the spelling `toHashFormat`: `base16`, `nix32`, `base64` or `sri`.",
    pure: true,
    call: convertHash,
  },
];

function readAlgorithm(machine: Machine, slot: Slot): HashAlgorithm {
  const algorithm = parseAlgorithm(forceStringNoContext(slot));
  if (algorithm === "blake3") requireFeature(machine, "blake3-hashes");
  return algorithm;
}

function hashString(machine: Machine, algorithmSlot: Slot, string: Slot): string {
  const algorithm = readAlgorithm(machine, algorithmSlot);
  return formatHash(hashText(algorithm, textOf(forceString(string))), "base16");
}

function hashFile(machine: Machine, algorithmSlot: Slot, slot: Slot): string {
  const algorithm = readAlgorithm(machine, algorithmSlot);
  const path = readablePath(machine, slot);
  return formatHash(
    hashBytes(
      algorithm,
      readingFiles(() => machine.io.readFile(toText(path))),
    ),
    "base16",
  );
}

function convertHash(machine: Machine, slot: Slot): string {
  const attrs = forceAttrs(slot);
  const text = forceStringNoContext(requireAttr(attrs, "hash"));
  const known = attrs.get("hashAlgo");
  const algorithm = known === undefined ? undefined : readAlgorithm(machine, known);
  const format = parseFormat(forceStringNoContext(requireAttr(attrs, "toHashFormat")));
  return formatHash(parseHash(text, algorithm), format);
}
