/** HorizontalPodAutoscaler. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { Draft } from "./resource.js";

type Autoscaling = NonNullable<App["autoscaling"]>;

export function autoscalerDrafts(config: ChartConfig, { kind, autoscaling }: App): readonly Draft[] {
  if (!autoscaling?.enabled) return [];
  const { minReplicas, maxReplicas, behavior } = autoscaling;
  const scaleTargetRef = { apiVersion: "apps/v1", kind, name: config.name };
  const body = () => ({ spec: { scaleTargetRef, minReplicas, maxReplicas, metrics: metrics(autoscaling), behavior } });
  return [
    {
      role: "horizontalPodAutoscaler",
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      name: config.name,
      body,
    },
  ];
}

/** What the processor is kept at when nothing else is asked for. */
const usualCpuTarget = 80;

export function metrics(autoscaling: Autoscaling): readonly object[] {
  const { targetCPUUtilizationPercentage: cpu, targetMemoryUtilizationPercentage: memory } = autoscaling;
  const given = [
    ...(cpu === undefined ? [] : [utilization("cpu", cpu)]),
    ...(memory === undefined ? [] : [utilization("memory", memory)]),
    ...(autoscaling.metrics ?? []),
  ];
  return given.length > 0 ? given : [utilization("cpu", usualCpuTarget)];
}

function utilization(name: string, averageUtilization: number): object {
  return { type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization } } };
}
