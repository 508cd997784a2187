/** Looking into resources, which are plain data. */
import { type Chart, type ChartConfigInput, mkChart, type Resource } from "../../src/index.js";

/** What lies at a path such as `spec.template.spec.containers.0.image`. */
export function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], value);
}

export function resource(config: ChartConfigInput | Chart, role: string): Resource {
  const { k8sResources } = "k8sResources" in config ? config : mkChart(config);
  const found = k8sResources[role];
  if (found === undefined) throw new Error(`no ${role}; there are ${Object.keys(k8sResources).join(", ")}`);
  return found;
}

export function rolesOf(config: ChartConfigInput): string[] {
  return Object.keys(mkChart(config).k8sResources);
}

const podPaths: Readonly<Record<string, string>> = { CronJob: "spec.jobTemplate.spec.template" };

export function podTemplate(workload: Resource): Record<string, unknown> {
  return at(workload, podPaths[workload.kind] ?? "spec.template") as Record<string, unknown>;
}

export function mainContainer(config: ChartConfigInput, role = "deployment"): Record<string, unknown> {
  return at(podTemplate(resource(config, role)), "spec.containers.0") as Record<string, unknown>;
}
