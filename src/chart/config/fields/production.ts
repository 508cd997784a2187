/** `app.production`: what an application needs before it serves real users. */
import { atMostOne } from "../schema/exclusive.js";
import { boolean, word } from "../schema/leaf.js";
import { defaulted, object, optional } from "../schema/object.js";
import { computeResources } from "./compute-resources.js";
import { intOrPercent } from "./forms.js";
import { annotations } from "./metadata.js";
import { networkPolicy } from "./network-policy.js";
import { healthChecks } from "./probes.js";
import { securityContext } from "./security-context.js";

const pdb = object(
  {
    enabled: defaulted(boolean, true, { doc: "Whether there is a PodDisruptionBudget.", example: false }),
    minAvailable: optional(intOrPercent, {
      doc: "Pods that must stay, as a number or percentage.",
      example: "50%",
      unset: "See maxUnavailable.",
    }),
    maxUnavailable: optional(intOrPercent, {
      doc: "Pods that may be away, as a number or percentage.",
      example: "25%",
      unset: "One, when minAvailable is not given either.",
    }),
    unhealthyPodEvictionPolicy: optional(word("IfHealthyBudget", "AlwaysAllow"), {
      doc: "Whether pods that are not ready may always be evicted.",
      example: "AlwaysAllow",
      unset: "Only while enough others are.",
    }),
  },
  atMostOne("minAvailable", "maxUnavailable"),
);

export const production = object({
  resources: optional(computeResources, {
    doc: "What the container needs and may use.",
    example: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
    unset: "Nothing is reserved for it, and nothing limits it.",
  }),
  pdb: optional(pdb, {
    doc: "How many pods maintenance may take away at a time.",
    example: { maxUnavailable: 1 },
    unset: "All of them.",
  }),
  healthChecks: optional(healthChecks, {
    doc: "How Kubernetes finds out whether the container is well.",
    example: { readinessProbe: { httpGet: { path: "/ready", port: 8080 } } },
    unset: "It only sees whether the process runs.",
  }),
  securityContext: optional(securityContext, {
    doc: "What the processes are allowed.",
    example: { pod: { runAsNonRoot: true }, container: { readOnlyRootFilesystem: true } },
    unset: "What the image and the container runtime say.",
  }),
  networkPolicy: optional(networkPolicy, {
    doc: "Who may connect to the pods, and what they may connect to.",
    example: { ingress: [{ from: [{ podSelector: {} }] }] },
    unset: "No restriction.",
  }),
  annotations: optional(annotations, {
    doc: "Annotations of the pods.",
    example: { "prometheus.io/scrape": "true" },
    unset: "There are none.",
  }),
});
