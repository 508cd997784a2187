import { quote } from "../../kubernetes/names.js";
import { workloadSpecFields } from "../../kubernetes/workload-spec.js";
import { nearest } from "../config/schema/suggest.js";
import type { Check, Found } from "./check.js";

/** A directive of strategic merge, such as `$patch` or `$retainKeys`. */
const isDirective = (name: string) => name.startsWith("$");

export const workloadSpec: Check = {
  code: "patterned-spec-unfit",
  severity: "error",
  why: "What is merged over a workload's spec becomes the spec, and Kubernetes refuses what it does not know there.",
  *find({ config }) {
    const kind = config.app?.kind;
    if (kind === undefined) return;
    for (const [index, item] of config.resources?.entries() ?? []) {
      if (item === undefined || "kind" in item || !("spec" in item)) continue;
      for (const [name, value] of Object.entries(item.spec ?? {})) {
        const found = problem(kind, name, value);
        if (found !== undefined) yield { path: ["resources", index, "spec", name], ...found };
      }
    }
  },
};

function problem(kind: keyof typeof workloadSpecFields, name: string, value: unknown): Omit<Found, "path"> | undefined {
  const fields = workloadSpecFields[kind];
  const type = fields.get(name);
  if (type === "integer" && value !== undefined && !isCount(value)) {
    return { message: `${name} must be a whole number from 0 to 2147483647` };
  }
  if (type !== undefined || isDirective(name)) return undefined;
  const near = nearest(name, [...fields.keys()]);
  const message = `the spec of a ${kind} has no field ${quote(name)}`;
  return near === undefined ? { message } : { message, help: `Did you mean ${quote(near)}?` };
}

const isCount = (value: unknown) =>
  (typeof value === "bigint" || Number.isInteger(value)) &&
  (value as number | bigint) >= 0 &&
  (value as number | bigint) <= 2 ** 31 - 1;
