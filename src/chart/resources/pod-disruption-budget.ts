/** PodDisruptionBudget. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { selectorOf } from "./labels.js";
import type { Draft } from "./resource.js";

export function disruptionBudgetDrafts(config: ChartConfig, { production }: App): readonly Draft[] {
  const pdb = production?.pdb;
  if (!pdb?.enabled) return [];
  const { minAvailable, unhealthyPodEvictionPolicy } = pdb;
  // One pod at a time is a budget that lets every application, of any size, be moved.
  const maxUnavailable = minAvailable === undefined ? (pdb.maxUnavailable ?? 1) : undefined;
  const selector = { matchLabels: selectorOf(config.name) };
  const body = () => ({ spec: { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy, selector } });
  return [
    { role: "podDisruptionBudget", apiVersion: "policy/v1", kind: "PodDisruptionBudget", name: config.name, body },
  ];
}
