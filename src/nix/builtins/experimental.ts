import { NixError } from "../eval/errors.js";
import type { Machine } from "../eval/machine.js";

/** Refuses what Nix does only when an experimental feature is on. */
export function requireFeature({ settings }: Machine, feature: string): void {
  if (settings.experimental.has(feature)) return;
  throw new NixError(
    "value",
    `experimental Nix feature '${feature}' is disabled; add '--extra-experimental-features ${feature}' to enable it`,
  );
}
