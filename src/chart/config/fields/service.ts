/** `app.service` and `app.serviceType`: how the ports are reached. */
import { list } from "../schema/collections.js";
import { jsonObject } from "../schema/json.js";
import { boolean, integer, text, word } from "../schema/leaf.js";
import { defaulted, object, optional } from "../schema/object.js";
import { hostName } from "./forms.js";
import { annotations, labels } from "./metadata.js";

export const serviceType = word("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
const trafficPolicy = word("Cluster", "Local");

export const service = object(
  {
    enabled: defaulted(boolean, true, { doc: "Whether there is a Service.", example: false }),
    type: optional(serviceType, {
      doc: "How the Service is reached; the same as app.serviceType.",
      example: "LoadBalancer",
      unset: "It is ClusterIP, reached from inside the cluster.",
    }),
    annotations: optional(annotations, {
      doc: "Annotations of the Service.",
      example: { "service.beta.kubernetes.io/aws-load-balancer-type": "nlb" },
      unset: "There are none.",
    }),
    labels: optional(labels, {
      doc: "More labels of the Service.",
      example: { tier: "web" },
      unset: "There are none.",
    }),
    headless: defaulted(boolean, false, {
      doc: "Whether the Service has no address of its own, so that its name leads to the pods' addresses.",
      example: true,
    }),
    clusterIP: optional(text(), { doc: "A fixed address.", example: "10.96.0.20", unset: "Kubernetes picks one." }),
    externalName: optional(hostName, {
      doc: "The host that a Service of type ExternalName stands for.",
      example: "db.example.com",
      unset: "Needed by that type only.",
    }),
    externalTrafficPolicy: optional(trafficPolicy, {
      doc: "Whether traffic from outside stays on the node that it reached.",
      example: "Local",
      unset: "It is spread over the cluster.",
    }),
    internalTrafficPolicy: optional(trafficPolicy, {
      doc: "Whether traffic from inside stays on its node.",
      example: "Local",
      unset: "It is spread over the cluster.",
    }),
    loadBalancerClass: optional(text(), {
      doc: "Which load balancer serves it.",
      example: "service.k8s.aws/nlb",
      unset: "The cluster's own.",
    }),
    loadBalancerIP: optional(text(), { doc: "The address asked for.", example: "203.0.113.7", unset: "Any." }),
    loadBalancerSourceRanges: optional(list(text()), {
      doc: "The addresses that may reach the load balancer.",
      example: ["203.0.113.0/24"],
      unset: "All may.",
    }),
    sessionAffinity: optional(word("None", "ClientIP"), {
      doc: "Whether a client keeps reaching the same pod.",
      example: "ClientIP",
      unset: "Any pod answers.",
    }),
    sessionAffinityConfig: optional(jsonObject, {
      doc: "How long it does.",
      example: { clientIP: { timeoutSeconds: 600 } },
      unset: "Three hours.",
    }),
    ipFamilyPolicy: optional(word("SingleStack", "PreferDualStack", "RequireDualStack"), {
      doc: "Whether it has IPv4 and IPv6 addresses.",
      example: "PreferDualStack",
      unset: "One family, the cluster's first.",
    }),
    ipFamilies: optional(list(word("IPv4", "IPv6")), {
      doc: "Which families, in order.",
      example: ["IPv6", "IPv4"],
      unset: "The cluster's.",
    }),
    publishNotReadyAddresses: optional(boolean, {
      doc: "Whether pods are found before they are ready.",
      example: true,
      unset: "Only ready pods are found.",
    }),
    healthCheckNodePort: optional(
      integer({ minimum: 1, maximum: 65535, noun: "a port number", code: "invalid-port" }),
      {
        doc: "The node port of the load balancer's health check.",
        example: 30999,
        unset: "Kubernetes picks one where it needs one.",
      },
    ),
  },
  ({ valid, wrote, complain }) => {
    if (valid.headless !== true) return;
    const clash = wrote("clusterIP") && valid.clusterIP !== "None" ? "clusterIP" : undefined;
    const typed = valid.type !== undefined && valid.type !== "ClusterIP" ? "type" : clash;
    if (typed === undefined) return;
    complain(typed, { code: "conflicting-fields", message: `a headless Service has no "${typed}" of its own` });
  },
);
