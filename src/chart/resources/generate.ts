/** From a valid config to its resources. */
import type { ChartConfig } from "../config/fields/chart.js";
import { applyPatches } from "./patches.js";
import { complete, type Draft, type Resource } from "./resource.js";

/** One resource, with the patches that are for it. */
export function generate(config: ChartConfig, draft: Draft): Resource {
  return applyPatches(config, complete(config, draft));
}
