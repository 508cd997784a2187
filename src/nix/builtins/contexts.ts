/** String contexts: the store paths that a string depends on. The encoding is told in store/context.ts. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import { coerceToString, contextOf, makeString, textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs, forceBool, forceList, forceString, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { NixString, Slot } from "../eval/value.js";
import { encodeBuilt, encodeDeep, isDerivationPath, parseContext } from "./store/context.js";
import { isStorePath } from "./store/store-path.js";

export const contexts: readonly Builtin[] = [
  {
    name: "hasContext",
    args: ["string"],
    doc: "Whether a string depends on store paths.",
    pure: true,
    call: (_, string) => contextOf(forceString(string as Slot)).size > 0,
  },
  {
    name: "getContext",
    args: ["string"],
    doc: "What a string depends on, as a set from store path to `path`, `allOutputs` and `outputs`.",
    pure: true,
    call: getContext,
  },
  {
    name: "appendContext",
    args: ["string", "context"],
    doc: "A string that depends on more; the context has the form that `getContext` gives.",
    pure: true,
    call: appendContext,
  },
  {
    name: "unsafeDiscardStringContext",
    args: ["string"],
    doc: "The text of a string, without what it depends on.",
    pure: true,
    call: (machine, string) => textOf(coerceToString(machine, string as Slot, { copyToStore: true })),
  },
  {
    name: "unsafeDiscardOutputDependency",
    args: ["string"],
    doc: "A string that depends on derivations as files, no longer on everything they lead to.",
    pure: true,
    call: unsafeDiscardOutputDependency,
  },
  {
    name: "addDrvOutputDependencies",
    args: ["string"],
    doc: "A string that depends on its one derivation and everything that leads to.",
    pure: true,
    call: addDrvOutputDependencies,
  },
];

interface Dependency {
  path: boolean;
  allOutputs: boolean;
  readonly outputs: string[];
}

function getContext(_: Machine, string: Slot): Attrs {
  const found = new Map<string, Dependency>();
  for (const element of contextOf(forceString(string))) {
    const { kind, path, output } = parseContext(element);
    const known = found.get(path) ?? { path: false, allOutputs: false, outputs: [] };
    found.set(path, known);
    if (kind === "opaque") known.path = true;
    else if (kind === "deep") known.allOutputs = true;
    else known.outputs.push(output);
  }
  return Attrs.from([...found].map(([path, dependency]) => [path, describe(dependency)]));
}

function describe({ path, allOutputs, outputs }: Dependency): Attrs {
  const entries: [string, Slot][] = [];
  if (path) entries.push(["path", true]);
  if (allOutputs) entries.push(["allOutputs", true]);
  if (outputs.length > 0) entries.push(["outputs", outputs.sort()]);
  return Attrs.from(entries);
}

function appendContext(machine: Machine, slot: Slot, added: Slot): string | NixString {
  const string = forceString(slot);
  const context = new Set(contextOf(string));
  const attrs = forceAttrs(added);
  attrs.names.forEach((path, i) => {
    if (!isStorePath(machine.settings.storeDir, path)) {
      throw new NixError("value", `context key '${path}' is not a store path`, attrs.position(path));
    }
    for (const element of contextElements(path, forceAttrs(attrs.values[i] as Slot))) context.add(element);
  });
  return makeString(textOf(string), context);
}

function* contextElements(path: string, dependency: Attrs): Generator<string> {
  const asPath = dependency.get("path");
  if (asPath !== undefined && forceBool(asPath)) yield path;
  const allOutputs = dependency.get("allOutputs");
  if (allOutputs !== undefined && forceBool(allOutputs)) {
    requireDerivation(path, "all-outputs context");
    yield encodeDeep(path);
  }
  const outputs = dependency.get("outputs");
  if (outputs === undefined) return;
  const names = forceList(outputs);
  if (names.length > 0) requireDerivation(path, "derivation output context");
  for (const name of names) yield encodeBuilt(forceStringNoContext(name), path);
}

function requireDerivation(path: string, what: string): void {
  if (isDerivationPath(path)) return;
  throw new NixError("value", `tried to add ${what} of ${path}, which is not a derivation, to a string`);
}

function unsafeDiscardOutputDependency(machine: Machine, slot: Slot): string | NixString {
  const string = coerceToString(machine, slot, { copyToStore: true });
  const context = [...contextOf(string)].map((element) => {
    const { kind, path } = parseContext(element);
    return kind === "deep" ? path : element;
  });
  return makeString(textOf(string), new Set(context));
}

function addDrvOutputDependencies(machine: Machine, slot: Slot): string | NixString {
  const string = coerceToString(machine, slot, { copyToStore: true });
  const text = textOf(string);
  const elements = [...contextOf(string)];
  const [only] = elements;
  if (only === undefined || elements.length !== 1) {
    throw new NixError(
      "value",
      `context of string '${text}' must have exactly one element, but has ${elements.length}`,
    );
  }
  return makeString(text, new Set([withOutputs(only)]));
}

function withOutputs(element: string): string {
  const { kind, path, output } = parseContext(element);
  if (kind === "deep") return element;
  if (kind === "built") {
    throw new NixError(
      "value",
      `\`addDrvOutputDependencies\` can only act on derivations, not on a derivation output such as '${output}'`,
    );
  }
  if (!isDerivationPath(path)) throw new NixError("value", `path '${path}' is not a derivation`);
  return encodeDeep(path);
}
