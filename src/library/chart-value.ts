/**
 * `mkChart` for Nix: a config in, a chart out, lazily. What can be evaluated of the config is checked at
 * once, so that `tryEval (mkChart { … })` sees every mistake; what fails to evaluate, and `resources`,
 * waits until something needs it.
 */
import { type Chart, mkChart } from "../chart/chart.js";
import { DeferredError } from "../chart/config/deferred.js";
import { validateConfig } from "../chart/config/validate.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { call1 } from "../nix/eval/call.js";
import { forceAttrs, forceFunction } from "../nix/eval/expect.js";
import type { Machine } from "../nix/eval/machine.js";
import { PrimOp, type Slot, Thunk, type Value } from "../nix/eval/value.js";
import { fromPlain } from "../nix/plain.js";
import { manifestText } from "../output/manifests.js";
import { diagnosticsOf, rejectErrors } from "./config-error.js";
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
  const resources = lazily(() => fromPlain(source.read((chart) => chart.k8sResources)));
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
      yamlOutput: lazily(() => toBytes(source.read((chart) => manifestText(chart.resources)))),
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
    this.check();
    this.chart = mkChart(this.plain);
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

  complete(): void {
    if (!this.reader.incomplete) return;
    this.reader.complete();
    this.check();
    this.chart = mkChart(this.plain);
  }

  warnings(): Value {
    this.complete();
    const { warnings } = this.chart;
    const list = fromPlain(warnings.map(({ code, message, path }) => ({ code, message, path }))) as object & Value;
    warningDiagnostics.set(list, diagnosticsOf(this.config, warnings));
    return list;
  }

  private check(): void {
    rejectErrors(this.config, validateConfig(this.plain).issues);
  }
}

/** Throws unless the whole config is right. */
export function checkConfig(machine: Machine, config: Attrs): void {
  const reader = new ConfigReader(machine);
  const plain = reader.read(config, new Set());
  reader.complete();
  rejectErrors(config, validateConfig(plain).issues);
}
