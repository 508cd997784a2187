/** Derivations: descriptions of builds, with the store paths that real Nix gives them. */
import { Attrs } from "../eval/attrs.js";
import type { Builtin } from "../eval/builtin.js";
import type { ClosureCode } from "../eval/code.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs, forceList, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { Closure, force, NixString, type Slot, Thunk, type Value } from "../eval/value.js";
import { Source } from "../syntax/source.js";
import { readArguments } from "./derivation/arguments.js";
import { planDerivation } from "./derivation/build-plan.js";
import { downstreamPlaceholder, placeholderOf } from "./derivation/placeholders.js";
import { requireAttr } from "./required.js";
import { encodeBuilt, encodeDeep, isDerivationPath } from "./store/context.js";
import { type Derivation, printDerivation } from "./store/derivation.js";
import { hashesOf } from "./store/derivation-hash.js";
import { problemOf } from "./store/names.js";
import { addText, storeOf } from "./store/store.js";
import { textPath } from "./store/store-path.js";

export const derivations: readonly Builtin[] = [
  {
    name: "derivation",
    args: [],
    doc: "A function from a description of a build to a set with `outPath` and `drvPath`, which strings can interpolate.",
    pure: true,
    global: true,
    call: derivationFunction,
  },
  {
    name: "derivationStrict",
    args: ["attrs"],
    doc: "The store path of a derivation and of its outputs; what `derivation` is made of.",
    pure: true,
    global: true,
    call: derivationStrict,
  },
  {
    name: "placeholder",
    args: ["output"],
    doc: "A text that building replaces by the store path of the derivation's own output.",
    pure: true,
    global: true,
    call: (_, output) => placeholderOf(forceStringNoContext(output as Slot)),
  },
];

function derivationStrict(machine: Machine, slot: Slot): Attrs {
  const attrs = forceAttrs(slot);
  const nameSlot = requireAttr(attrs, "name");
  const name = forceStringNoContext(nameSlot);
  try {
    return makeDerivation(machine, name, attrs);
  } catch (error) {
    if (error instanceof NixError) error.addFrame(`while evaluating derivation '${name}'`, attrs.position("name"));
    throw error;
  }
}

function makeDerivation(machine: Machine, name: string, attrs: Attrs): Attrs {
  checkDerivationName(name);
  const derivation = planDerivation(machine, name, readArguments(machine, attrs));
  const path = writeDerivation(machine, derivation);
  const entries: [string, Slot][] = [["drvPath", new NixString(path, new Set([encodeDeep(path)]))]];
  for (const [output, { path: known }] of derivation.outputs) {
    const text = known === "" ? downstreamPlaceholder(path, output) : known;
    entries.push([output, new NixString(text, new Set([encodeBuilt(output, path)]))]);
  }
  return Attrs.from(entries);
}

function checkDerivationName(name: string): void {
  const problem = problemOf(name);
  if (problem !== undefined) {
    throw new NixError("value", `invalid derivation name: ${problem}. Please pass a different 'name'.`);
  }
  if (isDerivationPath(name)) throw new NixError("value", "derivation names are not allowed to end in '.drv'");
}

function writeDerivation(machine: Machine, derivation: Derivation): string {
  const contents = printDerivation(derivation);
  // A derivation that is needed with all that leads to it is among the sources too.
  const references = new Set([...derivation.inputSources, ...derivation.inputDerivations.keys()]);
  const path = textPath(machine.settings.storeDir, `${derivation.name}.drv`, contents, references);
  addText(machine, path, contents, references);
  storeOf(machine).derivationHashes.set(path, hashesOf(machine, derivation));
  return path;
}

/** Nix has written this one in Nix, and it can be told: it prints as a lambda, and has a set pattern. */
function derivationFunction(machine: Machine): Closure {
  const source = new Source("/builtin/derivation.nix", "", "/builtin", true);
  const span = { source, start: 0, end: 0 };
  const code: ClosureCode = {
    name: undefined,
    span,
    formals: [{ name: "outputs", optional: true, span }],
    ellipsis: true,
    parameter: "drvAttrs",
    bind: (env, attrs) => [env, attrs],
    body: (env) => derivation(machine, env[1] as Slot),
    inner: undefined,
  };
  return new Closure(code, []);
}

/** The first output, with all outputs inside; nothing is computed of a derivation but its outputs' names. */
function derivation(machine: Machine, slot: Slot): Value {
  const attrs = forceAttrs(slot);
  const strict = new Thunk((attrs) => derivationStrict(machine, attrs), attrs);
  const outputs = attrs.get("outputs");
  const names = outputs === undefined ? ["out"] : forceList(outputs).map((name) => forceStringNoContext(name));
  const values: Slot[] = names.map((name) => new Thunk(() => common.update(outputAttrs(strict, name)), undefined));
  const common = attrs.update(Attrs.from(names.map((name, i) => [name, values[i] as Slot]))).update(
    Attrs.from([
      ["all", values],
      ["drvAttrs", attrs],
    ]),
  );
  const [first] = values;
  if (first === undefined) throw new NixError("value", "'builtins.head' called on an empty list");
  return force(first);
}

function outputAttrs(strict: Thunk, name: string): Attrs {
  const select = (wanted: string) => new Thunk(() => force(requireAttr(forceAttrs(strict), wanted)), undefined);
  return Attrs.from([
    ["drvPath", select("drvPath")],
    ["outPath", select(name)],
    ["outputName", name],
    ["type", "derivation"],
  ]);
}
