/** From a value that a user's file gives to what is to be written: a chart is data, whoever made it. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Attrs } from "../nix/eval/attrs.js";
import { NixError } from "../nix/eval/errors.js";
import type { Machine } from "../nix/eval/machine.js";
import { force, type Slot, type Value } from "../nix/eval/value.js";
import { type Plain, type PlainObject, toPlain } from "../nix/plain.js";
import type { Manifest } from "../output/manifests.js";
import { chartFromConfig, chartType, diagnosticsOfWarnings } from "./chart-value.js";

export interface ChartOutput {
  readonly name: string;
  readonly version: string;
  /** The content of `Chart.yaml`. */
  readonly meta: PlainObject;
  readonly resources: readonly Manifest[];
  readonly warnings: readonly Diagnostic[];
}

/** Whether the set is a chart, or a config that `mkChart` makes one of. */
export function isChartLike(set: Attrs): boolean {
  return isChart(set) || isConfig(set);
}

/** Whether a set is what `mkChart` gives, perhaps changed since. */
export function isChart(set: Attrs): boolean {
  const type = set.get("_type");
  return type !== undefined && force(type) === chartType;
}

/** What has a name and an app is meant to be a chart, be it right or wrong. */
function isConfig(set: Attrs): boolean {
  return set.has("app") && (set.has("name") || set.has("version"));
}

/** `undefined` when the value is neither a chart nor a config. Throws NixError for a config that is wrong. */
export function readChart(machine: Machine, value: Value): ChartOutput | undefined {
  if (!(value instanceof Attrs && isChartLike(value))) return undefined;
  const chart = isChart(value) ? value : chartFromConfig(machine, value);
  const meta = toPlain(machine, attribute(chart, "chartMeta")) as PlainObject;
  const byRole = toPlain(machine, attribute(chart, "k8sResources")) as PlainObject;
  return {
    name: String(meta.name),
    version: String(meta.version),
    meta,
    resources: inOrder(byRole, toPlain(machine, chart.get("applyOrder") ?? [])),
    warnings: diagnosticsOfWarnings(force(chart.get("warnings") ?? null)),
  };
}

function attribute(chart: Attrs, name: string): Slot {
  const slot = chart.get(name);
  if (slot === undefined) throw new NixError("missing-attribute", `the chart has no attribute '${name}'`);
  return slot;
}

/** Roles that the order does not name were added by the user, and come last. A role may hold a list. */
function inOrder(byRole: PlainObject, order: Plain): readonly Manifest[] {
  const roles = new Set([...(Array.isArray(order) ? order : []), ...Object.keys(byRole)]);
  return [...roles].flatMap((role) => byRole[String(role)] ?? []) as unknown as readonly Manifest[];
}
