/** The inputs of flakes that need not be fetched: this library, and a stand-in for nixpkgs. */
import { libraryOf } from "../library/index.js";
import { Attrs } from "../nix/eval/attrs.js";
import type { Machine } from "../nix/eval/machine.js";
import { Thunk, type Value } from "../nix/eval/value.js";
import type { NixpkgsStandIn } from "../nix/flake/nixpkgs.js";
import { Source } from "../nix/syntax/source.js";

/** An input of this name is always there. */
export const libraryInput = "nix-helm-generator";

/** What serves for an input that is not on this machine, if anything does. */
export function provideInput(
  standIn: NixpkgsStandIn,
  name: string,
  url: string,
): ((machine: Machine) => Value) | undefined {
  if (name === libraryInput) return libraryFlake;
  if (name === "nixpkgs" || /[:/]nixpkgs(\/|$)/i.test(url)) return (machine) => standIn.flake(machine);
  return undefined;
}

/** The package is a derivation in name only: a development shell may list it. */
const packagesText = `
builtins.listToAttrs (map
  (system: {
    name = system;
    value.default = derivation { name = "nix-helm-generator"; inherit system; builder = "/bin/sh"; };
  })
  [ "x86_64-linux" "aarch64-linux" "i686-linux" "x86_64-darwin" "aarch64-darwin" ])
`;

function libraryFlake(machine: Machine): Value {
  const source = new Source("nix-helm-generator", packagesText, "/", false);
  return Attrs.from([
    ["_type", "flake"],
    ["lib", libraryOf(machine)],
    ["packages", new Thunk(() => machine.evaluate(source), undefined)],
  ]);
}
