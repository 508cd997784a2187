/** One chart for each environment, from a base and what is different in each. */
import { type Chart, mkChart } from "./chart.js";
import type { ChartConfigInput } from "./config/fields/chart.js";
import type { Fragment } from "./config/fields/environments.js";
import { ChartError, type ConfigIssue } from "./config/issue.js";
import { isPlainObject } from "./config/schema/schema.js";
import { distinct, type Layer, mergeLayers, placeInLayers } from "./layers.js";
import { isError } from "./validate.js";

/** A config in which everything may be missing, and null takes something away. */
export type ConfigFragment = Fragment<ChartConfigInput>;

export interface EnvironmentsInput {
  /** What the environments share; need not be complete. */
  readonly base: ConfigFragment;
  /** What is different in each; merged over the base at every level, lists replaced. */
  readonly environments: Readonly<Record<string, ConfigFragment>>;
}

/** @throws ChartError listing every problem of every environment, once where it is in the base. */
export function mkEnvironments({ base, environments }: EnvironmentsInput): Readonly<Record<string, Chart>> {
  return chartsOf({ at: ["base"], value: base }, { at: ["environments"], value: environments });
}

/** The charts of a config's own `environments`. @throws ChartError like {@link mkEnvironments}. */
export function environmentsOf(config: ChartConfigInput): Readonly<Record<string, Chart>> {
  const { environments, ...base } = config;
  return chartsOf({ at: [], value: base }, { at: ["environments"], value: environments ?? {} });
}

function chartsOf(base: Layer, environments: Layer): Readonly<Record<string, Chart>> {
  const issues: ConfigIssue[] = [];
  if (!isPlainObject(environments.value)) {
    const message = "this must be a set with a config for each environment";
    throw new ChartError(
      [{ code: "wrong-type", severity: "error", path: environments.at, message }],
      "these environments",
    );
  }
  const charts = Object.entries(environments.value).map(([name, value]) => {
    const layers = [base, { at: [...environments.at, name], value }];
    return [name, attempt(layers, issues)] as const;
  });
  if (issues.some(isError)) throw new ChartError(distinct(issues), "these environments");
  return Object.fromEntries(charts) as Readonly<Record<string, Chart>>;
}

/** The chart of some layers; `undefined` when there is something wrong, which is then among the issues. */
export function attempt(layers: readonly Layer[], issues: ConfigIssue[]): Chart | undefined {
  try {
    return mkChart(mergeLayers(layers) as ChartConfigInput);
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    issues.push(...error.issues.map((issue) => placeInLayers(issue, layers)));
    return undefined;
  }
}
