/**
 * The public API: charts from TypeScript. Pure functions, without files and without Nix.
 *
 * @example
 * const chart = mkChart({ name: "web", version: "1.0.0", app: { image: "nginx:1.27", ports: [80] } });
 * chart.k8sResources.deployment; // a Deployment
 */
export { type Chart, mkChart, type Resources, resourcesOf } from "./chart/chart.js";
export type { ChartDependency, ChartMaintainer, ChartMeta } from "./chart/chart-meta.js";
export { Deferred, DeferredError } from "./chart/config/deferred.js";
export type { ChartConfig, ChartConfigInput } from "./chart/config/fields/chart.js";
export { ChartError, type ConfigIssue, formatIssue, formatPath, type Path } from "./chart/config/issue.js";
export { deepMerge } from "./chart/deep-merge.js";
export { type ConfigFragment, type EnvironmentsInput, environmentsOf, mkEnvironments } from "./chart/environments.js";
export { type MultiChart, type MultiChartInput, mkMultiChart } from "./chart/multi-chart.js";
export type { Metadata, Resource } from "./chart/resources/resource.js";
export { partialIssues, type Validation, validateChartConfig, validateConfig } from "./chart/validate.js";
export type { Json, JsonObject } from "./kubernetes/json.js";
export { compareQuantities, parseQuantity, type Quantity, type QuantityLike } from "./kubernetes/quantity.js";
