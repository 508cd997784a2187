/**
 * The public API: charts from TypeScript. Pure functions, without files and without Nix.
 *
 * @example
 * const chart = mkChart({ name: "web", version: "1.0.0", app: { image: "nginx:1.27", ports: [80] } });
 * chart.k8sResources.deployment; // a Deployment
 * chart.yamlOutput; // all manifests, for `kubectl apply -f -`
 */
import * as generator from "./chart/chart.js";
import type { ChartConfig, ChartConfigInput } from "./chart/config/fields/chart.js";
import * as environments from "./chart/environments.js";
import * as groups from "./chart/multi-chart.js";
import { manifestText } from "./output/manifests.js";

export { type Resources, resourcesOf } from "./chart/chart.js";
export type { ChartDependency, ChartMaintainer, ChartMeta } from "./chart/chart-meta.js";
export { Deferred, DeferredError } from "./chart/config/deferred.js";
export { ChartError, type ConfigIssue, formatIssue, formatPath, type Path } from "./chart/config/issue.js";
export { deepMerge } from "./chart/deep-merge.js";
export type { ConfigFragment, EnvironmentsInput } from "./chart/environments.js";
export type { MultiChartInput } from "./chart/multi-chart.js";
export type { Metadata, Resource } from "./chart/resources/resource.js";
export { partialIssues, type Validation, validateChartConfig, validateConfig } from "./chart/validate.js";
export type { Json, JsonObject } from "./kubernetes/json.js";
export { compareQuantities, parseQuantity, type Quantity, type QuantityLike } from "./kubernetes/quantity.js";
export type { ChartConfig, ChartConfigInput };

interface Rendered {
  /** All manifests as one multi-document YAML text, in an order in which they can be applied. */
  readonly yamlOutput: string;
}

export interface Chart extends Omit<generator.Chart, "override">, Rendered {
  /** The chart again, from a config that is made of this one's. @throws ChartError like {@link mkChart}. */
  override(change: (config: ChartConfig) => ChartConfigInput): Chart;
}

export interface MultiChart extends Omit<groups.MultiChart, "override" | "charts">, Rendered {
  /** The charts that are on, what is needed first. */
  readonly charts: Readonly<Record<string, Chart>>;
  /** The group again, from an input that is made of this one's. @throws ChartError like {@link mkMultiChart}. */
  override(change: (input: groups.MultiChartInput) => groups.MultiChartInput): MultiChart;
}

/**
 * Makes a chart. Generation is pure: the same config gives the same resources, byte for byte.
 * @throws ChartError when the config is wrong; its message lists every problem, not just the first.
 */
export function mkChart(config: ChartConfigInput): Chart {
  return rendered(generator.mkChart(config));
}

/**
 * Several charts as one unit: `global` is merged under each, `shared` resources are there once, and the charts come
 * in the order of their `dependencies`.
 * @throws ChartError listing every problem of the group and of all its charts.
 */
export function mkMultiChart(input: groups.MultiChartInput): MultiChart {
  const group = groups.mkMultiChart(input);
  const override: MultiChart["override"] = (change) => mkMultiChart(change(input));
  return withYaml(Object.assign(group, { charts: all(group.charts), override }));
}

/**
 * One chart for each environment, each merged over the base.
 * @throws ChartError listing every problem of every environment, once where it is in the base.
 */
export function mkEnvironments(input: environments.EnvironmentsInput): Readonly<Record<string, Chart>> {
  return all(environments.mkEnvironments(input));
}

/** The charts of a config's own `environments`. @throws ChartError like {@link mkEnvironments}. */
export function environmentsOf(config: ChartConfigInput): Readonly<Record<string, Chart>> {
  return all(environments.environmentsOf(config));
}

function all(charts: Readonly<Record<string, generator.Chart>>): Readonly<Record<string, Chart>> {
  return Object.fromEntries(Object.entries(charts).map(([name, chart]) => [name, rendered(chart)]));
}

function rendered(chart: generator.Chart): Chart {
  const { override } = chart;
  const again: Chart["override"] = (change) => rendered(override(change));
  return withYaml(Object.assign(chart, { override: again }));
}

function withYaml<T extends Pick<generator.Chart, "k8sResources">>(chart: T): T & Rendered {
  return generator.lazily(chart, { yamlOutput: () => manifestText(generator.resourcesOf(chart)) });
}
