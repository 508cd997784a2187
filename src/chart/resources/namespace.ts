/** Namespace. */
import type { ChartConfig } from "../config/fields/chart.js";
import type { Draft } from "./resource.js";

export function namespaceDrafts({ namespace, createNamespace }: ChartConfig): readonly Draft[] {
  if (!createNamespace || namespace === undefined) return [];
  return [{ role: "namespace", apiVersion: "v1", kind: "Namespace", name: namespace, body: () => ({}) }];
}
