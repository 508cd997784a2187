/** From a value that a user's file gives to what is to be written: a chart is data, whoever made it. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { NixError } from "../nix/eval/errors.js";
import type { Machine } from "../nix/eval/machine.js";
import { force, type Value } from "../nix/eval/value.js";
import { type Plain, type PlainObject, toPlain } from "../nix/plain.js";
import type { Manifest } from "../output/manifests.js";
import { blame } from "./blame.js";
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
  const meta = objectAttribute(machine, chart, "chartMeta");
  const byRole = objectAttribute(machine, chart, "k8sResources");
  return {
    name: textIn(meta, "name", chart),
    version: textIn(meta, "version", chart),
    meta,
    resources: inOrder(byRole, toPlain(machine, chart.get("applyOrder") ?? [])).map(([role, resource]) =>
      manifest(resource, role, chart),
    ),
    warnings: diagnosticsOfWarnings(force(chart.get("warnings") ?? null)),
  };
}

/** A chart is data, and may have been changed by anyone since: nothing about it can be taken for granted. */
function objectAttribute(machine: Machine, chart: Attrs, name: string): PlainObject {
  const slot = chart.get(name);
  if (slot === undefined) throw new NixError("missing-attribute", `the chart has no attribute '${name}'`);
  const value = toPlain(machine, slot);
  if (isObject(value)) return value;
  throw malformed(chart, [name], `the chart's '${name}' must be a set`);
}

function textIn(meta: PlainObject, name: string, chart: Attrs): string {
  const value = meta[name];
  if (typeof value === "string" && value !== "") return value;
  throw malformed(chart, ["chartMeta", name], `the chart's 'chartMeta.${name}' must be a string that is not empty`);
}

/** Roles that the order does not name were added by the user, and come last. A role may hold a list. */
function inOrder(byRole: PlainObject, order: Plain): readonly (readonly [string, Plain])[] {
  const named = Array.isArray(order) ? order.map(String) : [];
  const roles = new Set([...named.filter((role) => Object.hasOwn(byRole, role)), ...Object.keys(byRole)]);
  return [...roles].flatMap((role) => [byRole[role]].flat().map((resource) => [role, resource as Plain] as const));
}

/** As much as output needs to know of a resource, and no API server does without. */
function manifest(resource: Plain, role: string, chart: Attrs): Manifest {
  const path = ["k8sResources", role];
  const problem = (what: string) => malformed(chart, path, `the resource '${role}' ${what}`);
  if (!isObject(resource)) throw problem("must be a set");
  for (const name of ["apiVersion", "kind"]) {
    if (typeof resource[name] !== "string" || resource[name] === "") throw problem(`must have a string '${name}'`);
  }
  const { metadata } = resource;
  if (!isObject(metadata) || !(isName(metadata.name) || isName(metadata.generateName))) {
    throw problem("must have a name, in 'metadata.name'");
  }
  if (metadata.namespace !== undefined && !isName(metadata.namespace)) {
    throw problem("must have a string for 'metadata.namespace'");
  }
  return resource as unknown as Manifest;
}

function isName(value: Plain | undefined): boolean {
  return typeof value === "string" && value !== "";
}

function isObject(value: Plain | undefined): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(chart: Attrs, path: readonly string[], message: string): NixError {
  return new NixError("value", toBytes(message), blame(chart, path));
}
