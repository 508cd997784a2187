/**
 * Labels. `app` on a resource is always the chart's name, so that one query finds all that a chart made.
 *
 * Pods are told apart by `app` too, and selectors hold nothing else: it never changes, and selectors cannot.
 * A pod's `app` is the name of its *workload*. For the main workload that is the chart's name. A workload that is
 * patterned on it has its own name there, so that the main Service, disruption budget and autoscaler never take its
 * pods for theirs, nor does the one Deployment adopt the other's. `app.kubernetes.io/name` is the chart's name on
 * all of them, pods included.
 */
import { toLabelValue } from "../../kubernetes/names.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { sorted } from "./tidy.js";

type Labels = Readonly<Record<string, string>>;

export const componentLabel = "app.kubernetes.io/component";

/** Of a resource. The user's labels may replace the standard ones, but not `app`. */
export function resourceLabels(config: ChartConfig, own: Labels = {}): Labels {
  const standard = {
    "app.kubernetes.io/name": config.name,
    "app.kubernetes.io/version": toLabelValue(config.appVersion ?? config.version),
    "app.kubernetes.io/managed-by": "nix-helm-generator",
  };
  return sorted({ ...standard, ...config.labels, ...own, app: config.name });
}

/** Of a workload's pods: without the version, since a label that changes restarts them. */
export function podLabels(config: ChartConfig, workload: string): Labels {
  const component = workload === config.name ? {} : { [componentLabel]: workload };
  return sorted({ "app.kubernetes.io/name": config.name, ...component, ...config.labels, ...selectorOf(workload) });
}

/** What selects a workload's pods, and only them. */
export function selectorOf(workload: string): Labels {
  return { app: workload };
}
