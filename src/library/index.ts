/** What `import <nix-helm-generator> { }` gives, and how commands read the charts it makes. */
import type { Attrs } from "../nix/eval/attrs.js";
import { call1 } from "../nix/eval/call.js";
import { forceAttrs } from "../nix/eval/expect.js";
import type { Machine } from "../nix/eval/machine.js";
import { PrimOp, type Value } from "../nix/eval/value.js";
import { Source } from "../nix/syntax/source.js";
import { functionsSource } from "./functions.nix.js";
import { generator } from "./generator.js";

export { type ChartOutput, isChart, isChartLike, readChart } from "./read-chart.js";

/** Where `<nix-helm-generator>` leads: not a file, but a module (see `libraryModules`). */
export const libraryPath = "/<nix-helm-generator>";

const libraries = new WeakMap<Machine, Attrs>();

/** The library's set of functions, one for each evaluation. */
export function libraryOf(machine: Machine): Attrs {
  const known = libraries.get(machine);
  if (known !== undefined) return known;
  const functions = machine.evaluate(new Source(libraryPath, functionsSource, "/", false));
  const library = forceAttrs(call1(machine, functions, generator));
  libraries.set(machine, library);
  return library;
}

/** For `createMachine`: makes `import <nix-helm-generator> { }` work. The argument is for later use. */
export function libraryModules(): ReadonlyMap<string, Value> {
  const module = new PrimOp({
    name: "nix-helm-generator",
    args: ["options"],
    doc: "The library of Nix Helm Generator.",
    pure: true,
    call: (machine, options) => {
      forceAttrs(options as Attrs);
      return libraryOf(machine);
    },
  });
  return new Map([[libraryPath, module]]);
}
