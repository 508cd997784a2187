/** Reading files and folders. */
import { IoError } from "../../io/io.js";
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { toBytes, toText } from "../eval/bytes.js";
import { makeString, textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { readingFiles } from "../eval/reading-files.js";
import { force, isString, type NixString, type Slot, type Value } from "../eval/value.js";
import { readablePath } from "./coerce-path.js";
import { storeOf } from "./store/store.js";
import { objectOf } from "./store/store-path.js";

export const files: readonly Builtin[] = [
  {
    name: "import",
    args: ["path"],
    doc: "The value of a Nix file, or of a folder's `default.nix`.",
    pure: false,
    global: true,
    call: (machine, path) => readingFiles(() => machine.importPath(readablePath(machine, path as Slot))),
  },
  {
    name: "scopedImport",
    args: ["scope", "path"],
    doc: "The value of a Nix file in which the attributes of a set are in scope everywhere.",
    pure: false,
    global: true,
    call: scopedImport,
  },
  { name: "readFile", args: ["path"], doc: "The content of a file.", pure: false, call: readFile },
  {
    name: "readDir",
    args: ["path"],
    doc: "What a folder holds: a set from name to `regular`, `directory`, `symlink` or `unknown`.",
    pure: false,
    call: readDir,
  },
  {
    name: "readFileType",
    args: ["path"],
    doc: "What a path names: `regular`, `directory`, `symlink` or `unknown`.",
    pure: false,
    call: readFileType,
  },
  { name: "pathExists", args: ["path"], doc: "Whether a path names something.", pure: false, call: pathExists },
];

function scopedImport(machine: Machine, scope: Slot, slot: Slot): Value {
  const attrs = forceAttrs(scope);
  const path = readablePath(machine, slot);
  return readingFiles(() => machine.importScoped(attrs, path));
}

function readFile(machine: Machine, slot: Slot): string | NixString {
  const path = readablePath(machine, slot);
  const contents = readingFiles(() => machine.readFile(path));
  if (contents.includes("\0")) {
    throw new NixError("value", `the contents of the file '${path}' cannot be represented as a Nix string`);
  }
  return makeString(contents, mentioned(machine, path, contents));
}

/** What a file in the store refers to, as far as its text mentions it. */
function mentioned(machine: Machine, path: string, contents: string): ReadonlySet<string> {
  const object = objectOf(machine.settings.storeDir, path);
  const references = object === undefined ? undefined : storeOf(machine).texts.get(object)?.references;
  return new Set([...(references ?? [])].filter((reference) => contents.includes(reference)));
}

function readDir(machine: Machine, slot: Slot): Attrs {
  const path = readablePath(machine, slot);
  const entries = readingFiles(() => machine.io.readDirectory(toText(path)));
  return Attrs.from([...entries].map(([name, type]) => [toBytes(name), type]));
}

function readFileType(machine: Machine, slot: Slot): string {
  const path = readablePath(machine, slot);
  const stat = readingFiles(() => machine.io.stat(toText(path)));
  if (stat === undefined) throw new NixError("io", `path '${path}' does not exist`);
  return stat.type;
}

/** A string that ends in a slash asks for a folder, and follows links to find one. */
function pathExists(machine: Machine, slot: Slot): boolean {
  const value = force(slot);
  const wantsFolder = isString(value) && /\/\.?$/.test(textOf(value));
  const path = toText(readablePath(machine, value));
  try {
    const { io } = machine;
    const stat = io.stat(path);
    if (!wantsFolder || stat === undefined) return stat !== undefined;
    return io.stat(io.realPath(path))?.type === "directory";
  } catch (error) {
    if (error instanceof IoError) return false;
    throw error;
  }
}
