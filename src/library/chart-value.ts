/**
 * `mkChart` for Nix: a config in, a chart out, lazily. What can be evaluated of the config is checked at
 * once, so that `tryEval (mkChart { … })` sees every mistake; what fails to evaluate, and `resources`,
 * waits until something needs it.
 */
import { type Chart, mkChart, resourcesOf } from "../chart/chart.js";
import { DeferredError } from "../chart/config/deferred.js";
import type { ChartConfigInput } from "../chart/config/fields/chart.js";
import { validateChartConfig } from "../chart/validate.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { call1 } from "../nix/eval/call.js";
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
  const source = new ChartSource(machine, config);
  const resources = lazily(() => source.resources());
  return Attrs.from(
    Object.entries({
      _type: chartType,
      chartMeta: lazily(() => fromPlain(source.read((chart) => chart.chartMeta))),
      config: lazily(() => fromPlain(source.read((chart) => chart.config))),
      k8sResources: resources,
      override: new PrimOp({
        name: "override",
        args: ["f"],
        doc: "The chart again, with `f` applied to its config.",
        pure: true,
        call: (machine, f) => chartFromConfig(machine, call1(machine, forceFunction(f as Slot), config)),
      }),
      productionResources: resources,
      warnings: lazily(() => source.warnings()),
      yamlOutput: lazily(() => toBytes(source.read((chart) => manifestText(resourcesOf(chart))))),
    }),
  );
}

function lazily(compute: () => Value): Thunk {
  return new Thunk(compute, undefined);
}

/** A config being turned into a chart: first from what evaluates of it, and from all of it when more is needed. */
class ChartSource {
  private readonly reader: ConfigReader;
  private readonly plain: Record<string, unknown>;
  private chart: Chart;

  constructor(
    machine: Machine,
    private readonly config: Attrs,
  ) {
    this.reader = new ConfigReader(machine);
    this.plain = this.reader.read(config, untouched);
    this.chart = this.make();
  }

  private make(): Chart {
    // The schema is what finds out whether this is a config.
    return blamingConfig(this.config, () => mkChart(this.plain as unknown as ChartConfigInput));
  }

  read<T>(part: (chart: Chart) => T): T {
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
