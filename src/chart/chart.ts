/** A chart: what a config becomes. Everything in it is made when it is first asked for. */
import { applyRank } from "../kubernetes/kinds.js";
import { type ChartMeta, chartMeta } from "./chart-meta.js";
import { demandComputed } from "./config/deferred.js";
import type { ChartConfig, ChartConfigInput } from "./config/fields/chart.js";
import type { ConfigIssue } from "./config/issue.js";
import { draftsOf } from "./resources/drafts.js";
import { generate } from "./resources/generate.js";
import type { Resource } from "./resources/resource.js";
import { plain } from "./resources/tidy.js";
import { demandValid, type Inspection, inspect } from "./validate.js";

/** Resources by role, such as `deployment`, `service`, and for extra ones their name. */
export type Resources = Readonly<Record<string, Resource>>;

export interface Chart {
  /** The content of Chart.yaml. */
  readonly chartMeta: ChartMeta;
  /** Every resource by its role, production features applied. Each is generated when it is first read. */
  readonly k8sResources: Resources;
  /** The same set. */
  readonly productionResources: Resources;
  /** The config without nulls and with defaults filled in. */
  readonly config: ChartConfig;
  /** What is suspicious in the config, but not wrong. */
  readonly warnings: readonly ConfigIssue[];
  /** The chart again, from a config that is made of this one's. @throws ChartError like {@link mkChart}. */
  override(change: (config: ChartConfig) => ChartConfigInput): Chart;
}

/**
 * Makes a chart. Generation is pure: the same config gives the same resources, byte for byte.
 * @throws ChartError when the config is wrong; its message lists every problem, not just the first.
 */
export function mkChart(config: ChartConfigInput): Chart {
  const inspection = inspect(config);
  demandValid(inspection.issues, config);
  return chartOf(inspection);
}

function chartOf({ config, deferred, issues }: Inspection): Chart {
  if (config === undefined) throw new TypeError("a chart's config cannot be deferred as a whole");
  const computed = deferred ? demandComputed(config) : config;
  const chart = {
    warnings: issues,
    override: (change: (config: ChartConfig) => ChartConfigInput) => mkChart(change(config)),
  };
  return lazily(chart, {
    // Handed out whole or not at all: whoever reads it could not tell what has not been computed.
    config: () => (deferred ? (plain(computed) as unknown as ChartConfig) : config),
    chartMeta: () => chartMeta(computed),
    k8sResources: () => resources(computed),
    productionResources(this: Chart): Resources {
      return this.k8sResources;
    },
  });
}

function resources(config: ChartConfig): Resources {
  const makers = draftsOf(config).map((draft) => [draft.role, () => generate(config, draft)] as const);
  return lazily({}, Object.fromEntries(makers));
}

/** Adds fields that are computed when they are first read, and then stay. */
export function lazily<T extends object, L extends Readonly<Record<string, () => unknown>>>(
  target: T,
  makers: L,
): T & { readonly [K in keyof L]: ReturnType<L[K]> } {
  for (const [name, make] of Object.entries(makers)) {
    const get = (): unknown => {
      const value = make.call(target);
      Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
      return value;
    };
    Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
  }
  return target as T & { readonly [K in keyof L]: ReturnType<L[K]> };
}

/** All resources of a chart, in an order in which they can be applied one after the other. */
export function resourcesOf(chart: Pick<Chart, "k8sResources">): readonly Resource[] {
  return Object.values(chart.k8sResources).sort((a, b) => applyRank(a.kind) - applyRank(b.kind));
}
