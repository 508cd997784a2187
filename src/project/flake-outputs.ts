/** Finding `.#charts.production` among a flake's outputs, where Nix looks and where charts are kept. */
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { nearest } from "../nix/eval/compile/suggest.js";
import { NixError } from "../nix/eval/errors.js";
import { force, type Slot, type Value } from "../nix/eval/value.js";
import { type Flake, type FlakeOptions, openFlake } from "../nix/flake/flake.js";
import { parseFlakeReference } from "../nix/flake/reference.js";
import { parseAttributePath } from "./attribute-path.js";
import { Problem } from "./problem.js";
import { libraryInput, provideInput } from "./provided-inputs.js";
import type { Session } from "./session.js";

/** The flake of a folder (a byte string), with what the command line says of its inputs. */
export function openLocalFlake(session: Session, directory: string): Flake {
  const options: FlakeOptions = {
    provide: (name, url) => provideInput(session.nixpkgs, name, url),
    always: new Set([libraryInput]),
    overrides: new Map([...session.options.overrides].map(([name, text]) => [toBytes(name), override(session, text)])),
  };
  return openFlake(session.machine, directory, options);
}

function override(session: Session, text: string) {
  const reference = parseFlakeReference(toBytes(text), session.directory);
  if (reference.type === "path") return reference;
  throw Problem.of(
    "not-fetched",
    `--override-input takes a folder of this machine, and '${text}' is none`,
    "path:FOLDER",
  );
}

/** An output by its attribute path; without one, the default. Throws a `NixError`. */
export function flakeOutput(session: Session, flake: Flake, attribute: string): Value {
  const outputs = flake.outputs.force() as Attrs;
  const { system } = session.machine.settings;
  const path = parseAttributePath(attribute);
  const candidates = path.length === 0 ? defaultPaths(system) : nixPaths(system, path);
  for (const candidate of [...candidates, ...chartPaths(outputs, path)]) {
    const slot = select(outputs, candidate);
    if (slot !== undefined) return force(slot);
  }
  throw missing(flake, outputs, candidates, path);
}

/** Where Nix looks, in its order. */
function nixPaths(system: string, path: readonly string[]): readonly (readonly string[])[] {
  return [["packages", system, ...path], ["legacyPackages", system, ...path], path];
}

function defaultPaths(system: string): readonly (readonly string[])[] {
  return [
    ["packages", system, "default"],
    ["defaultPackage", system],
  ];
}

/**
 * Where charts are found besides: `charts.x` is the package x, and since charts are the same on every
 * machine, that of any other system will do.
 */
function chartPaths(outputs: Attrs, path: readonly string[]): readonly (readonly string[])[] {
  const inPackages = path[0] === "charts" ? [path, path.slice(1)] : [path.length === 0 ? ["default"] : path];
  return systemsOf(outputs).flatMap((system) => inPackages.map((rest) => ["packages", system, ...rest]));
}

function systemsOf(outputs: Attrs): readonly string[] {
  const packages = outputs.get("packages");
  const set = packages === undefined ? undefined : force(packages);
  return set instanceof Attrs ? set.names : [];
}

function select(outputs: Attrs, path: readonly string[]): Slot | undefined {
  let slot: Slot | undefined = outputs;
  for (const name of path) {
    const set: Value | undefined = slot === undefined ? undefined : force(slot);
    slot = set instanceof Attrs ? set.get(name) : undefined;
  }
  return slot;
}

function missing(
  flake: Flake,
  outputs: Attrs,
  tried: readonly (readonly string[])[],
  path: readonly string[],
): NixError {
  const names = tried.map((candidate) => `'${candidate.join(".")}'`);
  const last = names.pop();
  const message = `flake '${flake.directory}' does not provide attribute ${names.join(", ")} or ${last}`;
  const error = new NixError("missing-attribute", message);
  const available = reachable(outputs);
  error.suggestions = nearest(path.join("."), available);
  if (error.suggestions.length === 0 && available.length > 0) {
    error.help = `it has ${available
      .slice(0, 10)
      .map((name) => `'.#${name}'`)
      .join(", ")}${available.length > 10 ? ", …" : ""}`;
  }
  return error;
}

/** The names that `.#` takes without naming a system. */
function reachable(outputs: Attrs): readonly string[] {
  const names = systemsOf(outputs).flatMap((system) => {
    const slot = select(outputs, ["packages", system]);
    const set = slot === undefined ? undefined : force(slot);
    return set instanceof Attrs ? set.names.flatMap((name) => [name, `charts.${name}`]) : [];
  });
  return [...new Set(names)];
}
