/** `app.autoscaling` and `app.monitoring`. */
import { list } from "../schema/collections.js";
import { jsonObject } from "../schema/json.js";
import { boolean, word } from "../schema/leaf.js";
import { defaulted, object, optional, required } from "../schema/object.js";
import { count, duration, portReference, positive, urlPath } from "./forms.js";
import { labels } from "./metadata.js";

export const autoscaling = object(
  {
    enabled: defaulted(boolean, true, { doc: "Whether the number of pods follows the load.", example: false }),
    minReplicas: optional(count, { doc: "Pods at least.", example: 2, unset: "One." }),
    maxReplicas: required(positive, { doc: "Pods at most.", example: 10 }),
    targetCPUUtilizationPercentage: optional(positive, {
      doc: "How busy the requested processors should be, in per cent.",
      example: 70,
      unset: "80, when there is no other target.",
    }),
    targetMemoryUtilizationPercentage: optional(positive, {
      doc: "How full the requested memory should be, in per cent.",
      example: 80,
      unset: "Memory does not matter.",
    }),
    metrics: optional(list(jsonObject), {
      doc: "More metrics, as the API of autoscaling/v2 has them.",
      example: [
        { type: "Pods", pods: { metric: { name: "rps" }, target: { type: "AverageValue", averageValue: "100" } } },
      ],
      unset: "There are none.",
    }),
    behavior: optional(jsonObject, {
      doc: "How fast it scales.",
      example: { scaleDown: { stabilizationWindowSeconds: 600 } },
      unset: "Kubernetes' defaults.",
    }),
  },
  ({ valid, complain }) => {
    const { minReplicas = 1, maxReplicas } = valid;
    if (maxReplicas === undefined || minReplicas <= maxReplicas) return;
    const message = `minReplicas (${minReplicas}) is more than maxReplicas (${maxReplicas})`;
    complain(valid.minReplicas === undefined ? "maxReplicas" : "minReplicas", { code: "min-above-max", message });
  },
);

export const monitoring = object({
  serviceMonitor: optional(
    object({
      enabled: defaulted(boolean, true, { doc: "Whether there is a ServiceMonitor.", example: false }),
      port: optional(portReference, {
        doc: "The Service's port that serves the metrics, by number or name.",
        example: "metrics",
        unset: "The port named metrics, or else the first one.",
      }),
      path: defaulted(urlPath, "/metrics", { doc: "Where they are.", example: "/actuator/prometheus" }),
      interval: optional(duration, { doc: "How often they are read.", example: "30s", unset: "As Prometheus is set." }),
      scrapeTimeout: optional(duration, {
        doc: "How long that may take.",
        example: "10s",
        unset: "As Prometheus is set.",
      }),
      scheme: optional(word("http", "https"), { doc: "The protocol.", example: "https", unset: "It is http." }),
      labels: optional(labels, {
        doc: "Labels by which Prometheus finds the ServiceMonitor.",
        example: { release: "prometheus" },
        unset: "There are none.",
      }),
    }),
    { doc: "A ServiceMonitor of the Prometheus operator.", example: { interval: "30s" }, unset: "There is none." },
  ),
});
