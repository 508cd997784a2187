/**
 * `mkChart` for Nix: a config in, a chart out, lazily. What can be evaluated of the config is checked at
 * once, so that `tryEval (mkChart { … })` sees every mistake; what fails to evaluate, and `resources`,
 * waits until something needs it.
 */
import { type Chart, mkChart, resourcesOf } from "../chart/chart.js";
import { DeferredError } from "../chart/config/deferred.js";
import type { ChartConfigInput } from "../chart/config/fields/chart.js";
import { type MultiChart, type MultiChartInput, mkMultiChart } from "../chart/multi-chart.js";
import { validateChartConfig } from "../chart/validate.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { call1 } from "../nix/eval/call.js";
import { NixError } from "../nix/eval/errors.js";
import { forceAttrs, forceFunction } from "../nix/eval/expect.js";
import type { Machine } from "../nix/eval/machine.js";
import { PrimOp, type Slot, Thunk, type Value } from "../nix/eval/value.js";
import { fromPlain, toPlain } from "../nix/plain.js";
import { manifestText } from "../output/manifests.js";
import { blamingConfig, diagnosticsOf } from "./config-error.js";
import { ConfigReader } from "./config-reader.js";

/** The value of `_type` that marks a set as a chart, for whoever builds it. */
export const chartType = "chart";

/** Left alone until manifests are wanted: the guide generates them lazily. */
const untouched: ReadonlySet<string> = new Set(["resources"]);

/** What a chart's `warnings` list was made from, with places. The list survives `chart // { … }`. */
const warningDiagnostics = new WeakMap<object, readonly Diagnostic[]>();

export function diagnosticsOfWarnings(warnings: Value): readonly Diagnostic[] {
  return (typeof warnings === "object" && warnings !== null && warningDiagnostics.get(warnings)) || [];
}

export function chartFromConfig(machine: Machine, configSlot: Slot): Attrs {
  const config = forceAttrs(configSlot);
  // The schema is what finds out whether this is a config.
  const source = new Generation(machine, config, (plain) => mkChart(plain as unknown as ChartConfigInput));
  return Attrs.from([
    ...generatedAttributes(source),
    ["config", lazily(() => fromPlain(source.read((chart) => chart.config)))],
    ["override", overriding(chartFromConfig, config)],
  ]);
}

/** `mkMultiChart`: charts as one unit. It builds like a chart, and has each of its charts in `charts`. */
export function groupFromInput(machine: Machine, inputSlot: Slot): Attrs {
  const input = forceAttrs(inputSlot);
  const source = new Generation(machine, input, (plain) => mkMultiChart(plain as unknown as MultiChartInput));
  return Attrs.from([
    ...generatedAttributes(source),
    ["charts", lazily(() => memberCharts(machine, source))],
    ["override", overriding(groupFromInput, input)],
  ]);
}

/** What is merged into one of a group's charts is in its `config`, which makes the same chart again. */
function memberCharts(machine: Machine, source: Generation<MultiChart>): Value {
  const charts = source.read((group) => Object.entries(group.charts));
  const remake = (chart: Chart) => lazily(() => chartFromConfig(machine, fromPlain(chart.config)));
  return Attrs.from(charts.map(([name, chart]) => [toBytes(name), remake(chart)] as const));
}

function generatedAttributes(source: Generation<Generated>): readonly (readonly [string, Slot])[] {
  const resources = lazily(() => source.resources());
  return [
    ["_type", chartType],
    ["applyOrder", lazily(() => source.read((chart) => rolesInApplyOrder(chart).map(toBytes)))],
    ["chartMeta", lazily(() => fromPlain(source.read((chart) => chart.chartMeta)))],
    ["k8sResources", resources],
    ["productionResources", resources],
    ["warnings", lazily(() => source.warnings())],
    ["yamlOutput", lazily(() => toBytes(source.read((chart) => manifestText(resourcesOf(chart)))))],
  ];
}

/** A Nix set knows no order but that of its names, so the order of roles stands beside it. */
function rolesInApplyOrder({ k8sResources }: Generated): readonly string[] {
  const roles = new Map(Object.entries(k8sResources).map(([role, resource]) => [resource, role]));
  return resourcesOf({ k8sResources }).map((resource) => roles.get(resource) as string);
}

function overriding(make: (machine: Machine, config: Slot) => Attrs, config: Attrs): PrimOp {
  return new PrimOp({
    name: "override",
    args: ["f"],
    doc: "The chart again, with `f` applied to its config.",
    pure: true,
    call: (machine, f) => make(machine, call1(machine, forceFunction(f as Slot), config)),
  });
}

function lazily(compute: () => Value): Thunk {
  return new Thunk(compute, undefined);
}

/** What charts and groups of them have in common. */
type Generated = Pick<Chart, "chartMeta" | "k8sResources" | "warnings">;

/** A config being turned into a chart: first from what evaluates of it, and from all of it when more is needed. */
class Generation<C extends Generated> {
  private readonly reader: ConfigReader;
  private readonly plain: Record<string, unknown>;
  private chart: C;

  constructor(
    machine: Machine,
    private readonly config: Attrs,
    private readonly generate: (plain: Record<string, unknown>) => C,
  ) {
    this.reader = new ConfigReader(machine);
    this.plain = this.reader.read(config, untouched);
    this.chart = this.make();
  }

  private make(): C {
    try {
      return this.attempt();
    } catch (error) {
      // It is wrong anyway, so nothing is lost by looking at what lies in wait, and all mistakes are told at once.
      if (error instanceof NixError && error.code === "host" && this.reader.readUntouched()) return this.attempt();
      throw error;
    }
  }

  private attempt(): C {
    return blamingConfig(this.config, () => this.generate(this.plain), this.reader.failures);
  }

  read<T>(part: (chart: C) => T): T {
    try {
      return part(this.chart);
    } catch (error) {
      if (!(error instanceof DeferredError)) throw error;
    }
    this.complete();
    return part(this.chart);
  }

  private complete(): void {
    if (!this.reader.incomplete) return;
    this.reader.complete();
    this.chart = this.make();
  }

  /** Each role waits in a thunk: whoever asks for the Deployment pays for the Deployment. */
  resources(): Value {
    const roles = this.read((chart) => Object.keys(chart.k8sResources));
    const makeRole = (role: string) => lazily(() => fromPlain(this.read((chart) => chart.k8sResources[role])));
    return Attrs.from(roles.map((role) => [toBytes(role), makeRole(role)] as const));
  }

  warnings(): Value {
    this.complete();
    const { warnings } = this.chart;
    const list = fromPlain(warnings.map(({ code, message, path }) => ({ code, message, path })));
    warningDiagnostics.set(list as object, diagnosticsOf(this.config, warnings));
    return list;
  }
}

/** Throws unless the whole config is right. */
export function checkConfig(machine: Machine, config: Attrs): void {
  const plain = toPlain(machine, config);
  blamingConfig(config, () => validateChartConfig(plain));
}
