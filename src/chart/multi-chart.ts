/** Several charts as one unit: what they share is written once, and they come in the order of their needs. */
import { type Chart, lazily, type Resources } from "./chart.js";
import { type ChartMeta, chartMeta } from "./chart-meta.js";
import type { ChartConfig } from "./config/fields/chart.js";
import { type MultiChartConfig, type MultiChartFields, multiChart } from "./config/fields/multi-chart.js";
import { ChartError, type ConfigIssue } from "./config/issue.js";
import { root, type Valid } from "./config/schema/schema.js";
import { isOn, needsIn, orderOf, unknownNeeds } from "./dependencies.js";
import { attempt, type ConfigFragment } from "./environments.js";
import { distinct, type Layer } from "./layers.js";
import { draftsOf, identityOf } from "./resources/drafts.js";
import { isError } from "./validate.js";

export interface MultiChartInput extends Omit<MultiChartFields, "charts" | "global"> {
  /** A chart's name is its key, and its version the group's, unless it has its own. */
  readonly charts: Readonly<Record<string, ConfigFragment & { readonly enabled?: boolean | null }>>;
  /** Merged under every chart. */
  readonly global?: ConfigFragment | null;
}

export interface MultiChart {
  /** The content of the Chart.yaml of the group, which has the charts as dependencies. */
  readonly chartMeta: ChartMeta;
  /** The charts that are on, what is needed first. */
  readonly charts: Readonly<Record<string, Chart>>;
  /** Every resource: those that are shared, then each chart's, as `web-deployment` for the chart `web`. */
  readonly k8sResources: Resources;
  /** The same set. */
  readonly productionResources: Resources;
  readonly warnings: readonly ConfigIssue[];
  /** The group again, from an input that is made of this one's. */
  override(change: (input: MultiChartInput) => MultiChartInput): MultiChart;
}

/** @throws ChartError listing every problem of the group and of all its charts. */
export function mkMultiChart(input: MultiChartInput): MultiChart {
  const issues: ConfigIssue[] = [];
  const found = { issues, deferred: false };
  const group: Valid<MultiChartConfig> =
    multiChart.check(input, root, { found, fragment: false, whole: multiChart }) ?? {};
  if (issues.length > 0 && Object.keys(group).length === 0) throw new ChartError(issues, "this group of charts");
  const order = chartsInOrder(group, issues);
  const charts = makeCharts(order, group, input, issues);
  const shared = makeShared(group, input, issues);
  issues.push(...collisions(new Map([["shared", shared], ...charts])));
  if (shared === undefined || issues.some(isError)) throw new ChartError(distinct(issues), "this group of charts");
  const warnings = distinct([...issues, ...[...charts.values()].flatMap(({ warnings }) => warnings)]);
  return lazily(
    {
      charts: Object.fromEntries(charts),
      warnings,
      override: (change: (input: MultiChartInput) => MultiChartInput) => mkMultiChart(change(input)),
    },
    {
      chartMeta: () => groupMeta(group as MultiChartConfig, charts),
      k8sResources: () => allResources(shared, charts),
      productionResources(this: MultiChart): Resources {
        return this.k8sResources;
      },
    },
  );
}

type Group = Valid<MultiChartConfig>;

function chartsInOrder(group: Group, issues: ConfigIssue[]): readonly string[] {
  const names = Object.keys(group.charts ?? {}).sort();
  const needs = needsIn(group);
  issues.push(...unknownNeeds(names, needs));
  const on = names.filter((name) => group.charts?.[name]?.enabled !== false && isOn(name, needs));
  const { order, cycle } = orderOf(on, needs);
  if (cycle === undefined) return order;
  const message = `the charts need each other in a circle: ${cycle.join(" → ")}`;
  issues.push({ code: "dependency-cycle", severity: "error", path: ["dependencies"], message });
  return on;
}

function makeCharts(order: readonly string[], group: Group, input: MultiChartInput, issues: ConfigIssue[]) {
  const charts = new Map<string, Chart>();
  for (const name of order) {
    const { enabled: _, ...config } = input.charts[name] ?? {};
    const layers: readonly Layer[] = [
      { at: [], value: { name, version: group.version ?? "0.0.0" } },
      { at: ["global"], value: group.global === undefined ? {} : input.global },
      { at: ["charts", name], value: config },
    ];
    const chart = attempt(layers, issues);
    if (chart !== undefined) charts.set(name, chart);
  }
  return charts;
}

/** What is shared belongs to the group: it has the group's name as its label. */
function makeShared(group: Group, input: MultiChartInput, issues: ConfigIssue[]): Chart | undefined {
  const { name = "group", version = "0.0.0" } = group;
  const { namespace, createNamespace, labels } = group.global ?? {};
  const layers: readonly Layer[] = [
    { at: [], value: { name, version } },
    { at: ["global"], value: { namespace, createNamespace, labels } },
    { at: ["shared"], value: { resources: group.shared === undefined ? [] : input.shared } },
  ];
  const own: ConfigIssue[] = [];
  const chart = attempt(layers, own);
  issues.push(...own.map((issue) => ({ ...issue, path: issue.path.filter((key) => key !== "resources") })));
  return chart;
}

/** The charts of a group are applied together, so nothing may be in two of them, but their namespace. */
function* collisions(charts: ReadonlyMap<string, Chart | undefined>): Iterable<ConfigIssue> {
  const owners = new Map<string, string>();
  for (const [owner, chart] of charts) {
    for (const draft of chart === undefined ? [] : draftsOf(chart.config)) {
      const identity = identityOf(chart?.config as ChartConfig, draft);
      const before = owners.get(identity);
      owners.set(identity, before ?? owner);
      if (before === undefined || before === owner || draft.kind === "Namespace") continue;
      const message = `the ${draft.kind} ${JSON.stringify(draft.name)} is in ${before} too`;
      yield { code: "duplicate-resource", severity: "error", path: ["charts", owner], message };
    }
  }
}

function allResources(shared: Chart, charts: ReadonlyMap<string, Chart>): Resources {
  const makers = new Map<string, () => Resources[string]>();
  const namespaces = new Set<string>();
  const add = (prefix: string, { k8sResources, config: { namespace = "" } }: Chart) => {
    for (const role of Object.keys(k8sResources)) {
      if (role === "namespace" && namespaces.has(namespace)) continue;
      if (role === "namespace") namespaces.add(namespace);
      const name = makers.has(`${prefix}${role}`) ? `${prefix}${role}-${makers.size}` : `${prefix}${role}`;
      makers.set(name, () => k8sResources[role] as Resources[string]);
    }
  };
  add("", shared);
  for (const [name, chart] of charts) add(`${name}-`, chart);
  return lazily({}, Object.fromEntries(makers));
}

function groupMeta(group: MultiChartConfig, charts: ReadonlyMap<string, Chart>): ChartMeta {
  const { charts: _, dependencies, global: __, shared: ___, ...description } = group;
  const listed = Array.isArray(dependencies) ? dependencies : [];
  const local = [...charts.values()].map(({ chartMeta: { name, version } }) => ({ name, version }));
  const external = listed.filter(({ repository }) => repository !== undefined);
  const all = [...local, ...external.map(({ name, version, repository }) => ({ name, version, repository }))];
  return chartMeta({ ...description, dependencies: all } as ChartConfig);
}
