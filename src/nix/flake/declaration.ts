/** What a flake.nix says: its inputs and the function that makes its outputs. */
import type { Reference, ReferenceAttribute } from "../builtins/flake-reference/reference.js";
import { Attrs } from "../eval/attrs.js";
import { textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs, forceBool, forceString, typeName } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { Closure, force, isFunction, isInt, type Slot, type Value } from "../eval/value.js";
import type { Span } from "../syntax/source.js";
import { parseBareReference } from "./reference.js";

export interface InputDeclaration {
  /** Where it comes from; absent when only `follows` or nested `inputs` are given. */
  readonly reference?: Reference;
  /** The input of the declaring flake that stands in for this one, step by step. */
  readonly follows?: readonly string[];
  /** `flake = false`: only its files are wanted. */
  readonly isFlake: boolean;
  /** What the declaring flake says of the input's own inputs. */
  readonly inputs: InputDeclarations;
  readonly span: Span | undefined;
}

export type InputDeclarations = ReadonlyMap<string, InputDeclaration>;

export interface FlakeDeclaration {
  /** Absolute (a byte string). */
  readonly directory: string;
  readonly inputs: InputDeclarations;
  readonly outputs: Value;
  readonly description: string | undefined;
}

const knownAttributes = new Set(["description", "inputs", "outputs", "nixConfig", "edition"]);

/** Evaluates the flake.nix of a folder. Throws a `NixError` when it is not as a flake.nix has to be. */
export function readFlake(machine: Machine, directory: string): FlakeDeclaration {
  const file = `${directory}/flake.nix`;
  const flake = machine.importPath(file);
  if (!(flake instanceof Attrs))
    throw new NixError("type", `file '${file}' must be an attribute set, but is ${typeName(flake)}`);
  const unknown = flake.names.find((name) => !knownAttributes.has(name));
  if (unknown !== undefined) {
    const message = `flake '${directory}' has an unsupported attribute '${unknown}'`;
    throw new NixError("value", message, flake.position(unknown));
  }
  const outputs = flake.get("outputs");
  if (outputs === undefined) throw new NixError("value", `flake '${directory}' lacks attribute 'outputs'`);
  const description = flake.get("description");
  return {
    directory,
    inputs: readInputs(flake),
    outputs: readOutputs(force(outputs), flake.position("outputs")),
    description: description === undefined ? undefined : textOf(forceString(description)),
  };
}

function readOutputs(outputs: Value, span: Span | undefined): Value {
  if (isFunction(outputs)) return outputs;
  throw new NixError(
    "type",
    `the attribute 'outputs' of a flake must be a function, but is ${typeName(outputs)}`,
    span,
  );
}

/** Those under `inputs`, and the arguments of `outputs` that have no entry there. */
function readInputs(flake: Attrs): InputDeclarations {
  const inputs = new Map(readInputSet(flake.get("inputs")));
  const outputs = force(flake.get("outputs") as Slot);
  const formals = outputs instanceof Closure ? (outputs.code.formals ?? []) : [];
  for (const { name, span } of formals) {
    if (name !== "self" && !inputs.has(name))
      inputs.set(name, { reference: registryReference(name), isFlake: true, inputs: new Map(), span });
  }
  return inputs;
}

/** An input that is only named is looked up by its name. */
export function registryReference(name: string): Reference {
  return new Map([
    ["type", "indirect"],
    ["id", name],
  ]);
}

function readInputSet(slot: Slot | undefined): InputDeclarations {
  if (slot === undefined) return new Map();
  const set = forceAttrs(slot);
  return new Map(set.names.map((name, i) => [name, readInput(set.values[i] as Slot, set.position(name), name)]));
}

function readInput(slot: Slot, span: Span | undefined, name: string): InputDeclaration {
  const set = forceAttrs(slot);
  const flag = set.get("flake");
  const follows = set.get("follows");
  const reference = readReference(set, name);
  return {
    ...(reference !== undefined && { reference }),
    ...(follows !== undefined && { follows: textOf(forceString(follows)).split("/").filter(Boolean) }),
    isFlake: flag === undefined || forceBool(flag),
    inputs: readInputSet(set.get("inputs")),
    span,
  };
}

const notPartOfReference = new Set(["flake", "follows", "inputs"]);

/** A reference as a URL, or as attributes such as `{ type = "github"; owner = …; repo = …; }`. */
function readReference(set: Attrs, name: string): Reference | undefined {
  const url = set.get("url");
  if (url !== undefined && !set.has("type")) return parseBareReference(textOf(forceString(url)));
  const parts = set.names.filter((part) => !notPartOfReference.has(part));
  if (parts.length === 0) return undefined;
  if (set.has("type")) return new Map(parts.map((part) => [part, referenceAttribute(set.get(part) as Slot)]));
  const [first = ""] = parts;
  throw new NixError("value", `input '${name}' has an unsupported attribute '${first}'`, set.position(first));
}

function referenceAttribute(slot: Slot): ReferenceAttribute {
  const value = force(slot);
  if (isInt(value)) return BigInt(value);
  return typeof value === "boolean" ? value : textOf(forceString(value));
}
