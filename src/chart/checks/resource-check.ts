/** Checks that need a config without errors, because they look at what it becomes. */
import type { ChartConfig } from "../config/fields/chart.js";
import type { PlacedDraft } from "../resources/drafts.js";
import type { Check, Found } from "./check.js";

export interface ResourceCheck extends Omit<Check, "find"> {
  readonly find: (config: ChartConfig, drafts: readonly PlacedDraft[]) => Iterable<Found>;
}
