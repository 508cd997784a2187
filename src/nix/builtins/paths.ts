/** Paths as values, and copying what they name to the store. */
import type { Builtin } from "../eval/builtin.js";
import { toText } from "../eval/bytes.js";
import { callFunction } from "../eval/call.js";
import { coerceToString, contextOf, makeString, textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs, forceBool, forceFunction, forceList, forceString, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { canonicalPath, baseNameOf as lastPart, parentOf } from "../eval/paths.js";
import { readingFiles } from "../eval/reading-files.js";
import { force, NixPath, NixString, type Slot, type Value } from "../eval/value.js";
import { coerceToPath, readablePath } from "./coerce-path.js";
import { parseHash } from "./hash/hash.js";
import { requireAttr } from "./required.js";
import type { PathFilter } from "./store/archive.js";
import { parseContext } from "./store/context.js";
import { addTree, inStore, type TreeRequest } from "./store/copy.js";
import { addText } from "./store/store.js";
import { objectOf, textPath } from "./store/store-path.js";

export const paths: readonly Builtin[] = [
  {
    name: "baseNameOf",
    args: ["path"],
    doc: "The last part of a path, as a string.",
    pure: true,
    global: true,
    call: baseNameOf,
  },
  {
    name: "dirOf",
    args: ["path"],
    doc: "The folder that a path lies in: a path of a path, a string of a string.",
    pure: true,
    global: true,
    call: dirOf,
  },
  {
    name: "toPath",
    args: ["string"],
    doc: "An absolute path as a string in its simplest form. Old: write `/. + string` for a path.",
    pure: true,
    call: (machine, path) => canonicalString(machine, path as Slot),
  },
  {
    name: "storePath",
    args: ["path"],
    doc: "A path that is in the Nix store already, as a string that depends on it.",
    pure: false,
    call: storePath,
  },
  {
    name: "path",
    args: ["attrs"],
    doc: "Copies `path` to the Nix store; `name`, `filter`, `recursive` and `sha256` say more.",
    pure: false,
    call: copyPath,
  },
  {
    name: "filterSource",
    args: ["predicate", "path"],
    doc: "Copies to the Nix store those files for which `predicate path type` is true.",
    pure: false,
    call: filterSource,
  },
  {
    name: "toFile",
    args: ["name", "contents"],
    doc: "Writes a text to the Nix store; gives its store path.",
    pure: true,
    call: toFile,
  },
  {
    name: "findFile",
    args: ["searchPath", "name"],
    doc: "The first place in a list of `{ prefix, path }` where a name is found: what `<name>` means.",
    pure: false,
    call: findFile,
  },
];

function baseNameOf(machine: Machine, slot: Slot): string | NixString {
  const string = coerceToString(machine, slot, { copyToStore: false });
  // One slash at the end does not count.
  const text = textOf(string).replace(/(?<=.)\/$/s, "");
  return makeString(text === "/" ? "" : lastPart(text), contextOf(string));
}

function dirOf(machine: Machine, slot: Slot): Value {
  const value = force(slot);
  if (value instanceof NixPath) return new NixPath(parentOf(value.path));
  const string = coerceToString(machine, value, { copyToStore: false });
  const text = textOf(string);
  return makeString(text.includes("/") ? text.slice(0, Math.max(1, text.lastIndexOf("/"))) : ".", contextOf(string));
}

function canonicalString(machine: Machine, slot: Slot): string | NixString {
  const { path, context } = coerceToPath(machine, slot);
  return makeString(path, context);
}

function storePath(machine: Machine, slot: Slot): NixString {
  if (machine.settings.pure) {
    throw new NixError("io", "'builtins.storePath' is not allowed in pure evaluation mode");
  }
  const { path, context } = coerceToPath(machine, slot);
  const { storeDir } = machine.settings;
  const resolved =
    objectOf(storeDir, path) === undefined
      ? canonicalPath(readingFiles(() => machine.io.realPath(toText(path))))
      : path;
  const object = objectOf(storeDir, resolved);
  if (object === undefined) throw new NixError("value", `path '${resolved}' is not in the Nix store`);
  if (readingFiles(() => machine.io.stat(toText(object))) === undefined) {
    throw new NixError("io", `path '${object}' is not valid`);
  }
  return new NixString(resolved, new Set([...context, object]));
}

/** What a `builtins.path` call asks for. */
const pathArguments: Readonly<Record<string, (machine: Machine, slot: Slot) => Partial<TreeRequest>>> = {
  path: (machine, slot) => ({ root: readablePath(machine, slot) }),
  name: (_, slot) => ({ name: forceStringNoContext(slot) }),
  filter: (machine, slot) => ({ filter: pathFilter(machine, slot) }),
  recursive: (_, slot) => ({ recursive: forceBool(slot) }),
  sha256: (_, slot) => {
    const text = forceStringNoContext(slot);
    // An empty hash stands for one that the author does not know yet: nothing has it.
    return { expected: text === "" ? { algorithm: "sha256", bytes: new Uint8Array(32) } : parseHash(text, "sha256") };
  },
};

function copyPath(machine: Machine, slot: Slot): NixString {
  const attrs = forceAttrs(slot);
  let request: Partial<TreeRequest> = {};
  attrs.names.forEach((name, i) => {
    const read = Object.hasOwn(pathArguments, name) ? pathArguments[name] : undefined;
    if (read === undefined) throw new NixError("value", `unsupported argument '${name}' to 'builtins.path'`);
    request = { ...request, ...read(machine, attrs.values[i] as Slot) };
  });
  const { root, name, recursive, filter, expected } = request;
  if (root === undefined) {
    throw new NixError("value", "missing required 'path' attribute in the first argument to 'builtins.path'");
  }
  return inStore(
    addTree(machine, { root, name: name ?? lastPart(root), recursive: recursive ?? true, filter, expected }),
  );
}

function filterSource(machine: Machine, predicate: Slot, slot: Slot): NixString {
  const root = readablePath(machine, slot);
  const filter = pathFilter(machine, predicate);
  return inStore(addTree(machine, { root, name: lastPart(root), recursive: true, filter }));
}

function pathFilter(machine: Machine, slot: Slot): PathFilter {
  const predicate = forceFunction(slot);
  return (path) => {
    const type = machine.io.stat(toText(path))?.type ?? "unknown";
    return forceBool(callFunction(machine, predicate, path, type));
  };
}

function toFile(machine: Machine, nameSlot: Slot, contentsSlot: Slot): NixString {
  const name = forceStringNoContext(nameSlot);
  const contents = forceString(contentsSlot);
  const references = new Set<string>();
  for (const element of contextOf(contents)) {
    const { kind, path } = parseContext(element);
    references.add(path);
    if (kind === "opaque") continue;
    throw new NixError(
      "value",
      `files created by builtins.toFile may not reference derivations, but ${name} references ${element}`,
    );
  }
  const text = textOf(contents);
  return inStore(addText(machine, textPath(machine.settings.storeDir, name, text, references), text, references));
}

function findFile(machine: Machine, searchPath: Slot, nameSlot: Slot): NixPath {
  const entries = forceList(searchPath).map((element) => {
    const attrs = forceAttrs(element);
    const prefix = attrs.get("prefix");
    const path = coerceToString(machine, requireAttr(attrs, "path"), { copyToStore: false });
    return { prefix: prefix === undefined ? "" : forceStringNoContext(prefix), path: textOf(path) };
  });
  const name = forceStringNoContext(nameSlot);
  return new NixPath(readingFiles(() => machine.findFile(name, entries)));
}
