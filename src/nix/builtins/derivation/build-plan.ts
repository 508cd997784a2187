/** From the arguments of `derivationStrict` to a store derivation with its output paths. */
import { NixError } from "../../eval/errors.js";
import type { Machine } from "../../eval/machine.js";
import type { Context } from "../../eval/value.js";
import { toBase16 } from "../hash/encoding.js";
import { formatHash, type Hash, hashBytes, parseHash } from "../hash/hash.js";
import { outputNamesOf, referencesOf } from "../store/closure.js";
import { parseContext } from "../store/context.js";
import type { Derivation, DerivationOutput } from "../store/derivation.js";
import { hashModuloInputs } from "../store/derivation-hash.js";
import { fixedOutputPath, methodPrefix, outputPath } from "../store/store-path.js";
import type { DerivationArguments } from "./arguments.js";
import { placeholderOf } from "./placeholders.js";

export function planDerivation(machine: Machine, name: string, given: DerivationArguments): Derivation {
  const inputs = collectInputs(machine, given.context);
  const draft: Derivation = {
    name,
    outputs: new Map(),
    inputDerivations: inputs.derivations,
    inputSources: inputs.sources,
    platform: given.platform,
    builder: given.builder,
    args: given.args,
    environment: given.environment,
  };
  if (given.outputHash !== undefined) return planFixed(machine, draft, given, given.outputHash);
  if (given.contentAddressed || given.impure) return planFloating(draft, given);
  return planInputAddressed(machine, draft, given);
}

interface Inputs {
  readonly derivations: Map<string, Set<string>>;
  readonly sources: Set<string>;
}

function collectInputs(machine: Machine, context: Context): Inputs {
  const inputs: Inputs = { derivations: new Map(), sources: new Set() };
  const addOutputs = (path: string, names: Iterable<string>) => {
    const known = inputs.derivations.get(path) ?? new Set();
    for (const name of names) known.add(name);
    inputs.derivations.set(path, known);
  };
  for (const element of context) {
    const { kind, path, output } = parseContext(element);
    if (kind === "opaque") inputs.sources.add(path);
    else if (kind === "built") addOutputs(path, [output]);
    else {
      for (const reference of referencesOf(machine, path)) {
        inputs.sources.add(reference);
        const names = outputNamesOf(machine, reference);
        if (names !== undefined) addOutputs(reference, names);
      }
    }
  }
  return inputs;
}

/** The draft with outputs, each also an environment variable. */
function withOutputs(
  draft: Derivation,
  outputs: ReadonlyMap<string, DerivationOutput>,
  variable: Variable,
): Derivation {
  const environment = new Map(draft.environment);
  for (const [name, output] of outputs) environment.set(name, variable(name, output));
  return { ...draft, outputs, environment };
}

type Variable = (name: string, output: DerivationOutput) => string;

const pathVariable: Variable = (_, { path }) => path;

function planFixed(machine: Machine, draft: Derivation, given: DerivationArguments, outputHash: string): Derivation {
  if (given.outputs.length !== 1 || given.outputs[0] !== "out") {
    throw new NixError("value", "multiple outputs are not supported in fixed-output derivations");
  }
  const hash = parseOutputHash(machine, outputHash, given);
  const method = given.outputHashMode ?? "flat";
  const path = fixedOutputPath(machine.settings.storeDir, draft.name, method, hash);
  const hashAlgorithm = methodPrefix[method] + hash.algorithm;
  return withOutputs(draft, new Map([["out", { path, hashAlgorithm, hash: toBase16(hash.bytes) }]]), pathVariable);
}

/** An empty hash stands for one that the author does not know yet. */
function parseOutputHash(machine: Machine, text: string, { outputHashAlgorithm }: DerivationArguments): Hash {
  if (text !== "") return parseHash(text, outputHashAlgorithm);
  if (outputHashAlgorithm === undefined) throw new NixError("value", "empty hash requires explicit hash algorithm");
  const { length } = hashBytes(outputHashAlgorithm, new Uint8Array()).bytes;
  const hash: Hash = { algorithm: outputHashAlgorithm, bytes: new Uint8Array(length) };
  machine.listener.warn({ code: "warning", message: `found empty hash, assuming '${formatHash(hash, "sri")}'` });
  return hash;
}

/** Paths that only building will tell. */
function planFloating(draft: Derivation, given: DerivationArguments): Derivation {
  if (given.contentAddressed && given.impure) {
    throw new NixError("value", "derivation cannot be both content-addressed and impure");
  }
  const algorithm = given.outputHashAlgorithm ?? "sha256";
  const hashAlgorithm = methodPrefix[given.outputHashMode ?? "nar"] + algorithm;
  const output: DerivationOutput = { path: "", hashAlgorithm, hash: given.impure ? "impure" : "" };
  return withOutputs(draft, new Map(given.outputs.map((name) => [name, output])), placeholderOf);
}

/** Paths follow from a hash over everything else, in which the paths themselves are left empty. */
function planInputAddressed(machine: Machine, draft: Derivation, given: DerivationArguments): Derivation {
  const unknown: DerivationOutput = { path: "", hashAlgorithm: "", hash: "" };
  const masked = withOutputs(draft, new Map(given.outputs.map((name) => [name, unknown])), pathVariable);
  const { hash, deferred } = hashModuloInputs(machine, masked);
  if (deferred) return masked;
  const { storeDir } = machine.settings;
  const outputs = given.outputs.map(
    (name) => [name, { ...unknown, path: outputPath(storeDir, name, hash, draft.name) }] as const,
  );
  return withOutputs(draft, new Map(outputs), pathVariable);
}
