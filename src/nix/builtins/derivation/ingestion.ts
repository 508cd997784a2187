import { NixError } from "../../eval/errors.js";
import type { Machine } from "../../eval/machine.js";
import { requireFeature } from "../experimental.js";
import type { IngestionMethod } from "../store/store-path.js";

const modes: Readonly<Record<string, { readonly method: IngestionMethod; readonly feature?: string }>> = {
  flat: { method: "flat" },
  recursive: { method: "nar" },
  nar: { method: "nar" },
  text: { method: "text", feature: "dynamic-derivations" },
  git: { method: "git", feature: "git-hashing" },
};

/** What `outputHashMode` says. */
export function ingestionMethod(machine: Machine, mode: string): IngestionMethod {
  const known = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
  if (known === undefined) throw new NixError("value", `invalid value '${mode}' for 'outputHashMode' attribute`);
  if (known.feature !== undefined) requireFeature(machine, known.feature);
  return known.method;
}
