/** ConfigMap. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { configMapName } from "./mounts.js";
import type { Draft } from "./resource.js";
import { hasEntries, sorted } from "./tidy.js";

export function configMapDrafts(config: ChartConfig, { configData }: App): readonly Draft[] {
  if (configData === undefined || !hasEntries(configData)) return [];
  const body = () => ({ data: sorted(configData) });
  return [{ role: "configMap", apiVersion: "v1", kind: "ConfigMap", name: configMapName(config), body }];
}
