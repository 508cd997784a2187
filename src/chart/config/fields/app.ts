/** `app`: the application itself. Grouped by what a field is about; the user sees one flat set. */
import { map } from "../schema/collections.js";
import { jsonObject } from "../schema/json.js";
import { text, word } from "../schema/leaf.js";
import { defaulted, object, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { rbac, serviceAccount } from "./access.js";
import { commandLine, containers } from "./containers.js";
import { env, envFrom } from "./env.js";
import { count, cronSchedule, dataKey, longCount, mountPath, resourceName } from "./forms.js";
import { image } from "./image.js";
import { ports } from "./ports.js";
import { production } from "./production.js";
import { httpRoute, ingress } from "./routing.js";
import { autoscaling, monitoring } from "./scaling.js";
import { nodeSelector, strategy, tolerations, topologySpreadConstraints } from "./scheduling.js";
import { service, serviceType } from "./service.js";
import { persistence, secret, volumeMounts, volumes } from "./storage.js";

const none = "There are none.";
const fromImage = "The image says.";

const container = {
  image: required(image, { doc: "The container image, as a reference or in parts.", example: "nginx:1.27-alpine" }),
  command: optional(commandLine, { doc: "What the container runs.", example: ["/app/web"], unset: fromImage }),
  args: optional(commandLine, { doc: "With which arguments.", example: ["--verbose"], unset: fromImage }),
  workingDir: optional(mountPath, { doc: "In which folder.", example: "/app", unset: fromImage }),
  env: optional(env, {
    doc: "Environment variables. Numbers and booleans become text; valueFrom takes one from elsewhere.",
    example: { LOG_LEVEL: "info", WORKERS: 4 },
    unset: none,
  }),
  envFrom: optional(envFrom, {
    doc: "ConfigMaps and Secrets whose keys become environment variables.",
    example: [{ secretRef: { name: "credentials" } }],
    unset: none,
  }),
  lifecycle: optional(jsonObject, {
    doc: "What runs after the start and before the stop.",
    example: { preStop: { exec: { command: ["sleep", "5"] } } },
    unset: "Nothing.",
  }),
  container: optional(jsonObject, {
    doc: "Any field of the API's container, merged over what is generated.",
    example: { stdin: true },
    unset: "Nothing is added.",
  }),
};

const workload = {
  kind: defaulted(word("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"), "Deployment", {
    doc: "What keeps the pods running.",
    example: "StatefulSet",
  }),
  replicas: optional(count, {
    doc: "How many pods. Left out of the output when autoscaling decides it.",
    example: 3,
    unset: "Kubernetes runs one.",
  }),
  schedule: optional(cronSchedule, {
    doc: "When a CronJob runs: minute, hour, day, month, weekday.",
    example: "0 3 * * *",
    unset: "Only a CronJob needs it.",
  }),
  strategy: optional(strategy, {
    doc: "How old pods give way to new ones.",
    example: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0 } },
    unset: "Kubernetes replaces a quarter at a time.",
  }),
  autoscaling: optional(autoscaling, {
    doc: "A number of pods that follows the load.",
    example: { minReplicas: 2, maxReplicas: 10, targetCPUUtilizationPercentage: 70 },
    unset: "The number is replicas.",
  }),
};

const exposure = {
  ports: optional(ports, {
    doc: "The ports that the application listens on, as numbers or with more; they make a Service.",
    example: [80, { port: 9090, name: "metrics" }],
    unset: "No port, and no Service.",
  }),
  serviceType: optional(serviceType, {
    doc: "How the Service is reached.",
    example: "LoadBalancer",
    unset: "It is ClusterIP, reached from inside the cluster.",
  }),
  service: optional(service, {
    doc: "More about the Service.",
    example: { annotations: { "example.com/team": "web" } },
    unset: "Nothing more.",
  }),
  ingress: optional(ingress, {
    doc: "An Ingress that leads to the Service.",
    example: { host: "web.example.com", tls: true },
    unset: "There is none.",
  }),
  httpRoute: optional(httpRoute, {
    doc: "A route of the Gateway API that leads to the Service.",
    example: { gateways: ["public"], hosts: ["web.example.com"] },
    unset: "There is none.",
  }),
  monitoring: optional(monitoring, {
    doc: "How metrics are collected.",
    example: { serviceMonitor: { interval: "30s" } },
    unset: "Nothing is said about it; see production.annotations for another way.",
  }),
};

const files = {
  configData: optional(map(dataKey, text()), {
    doc: "Files of configuration: a ConfigMap that the container sees as a folder. A change restarts the pods.",
    example: { "app.conf": "workers = 4\n" },
    unset: none,
  }),
  configMountPath: defaulted(mountPath, "/etc/config", {
    doc: "The folder where the container sees configData.",
    example: "/etc/web",
  }),
  secret: optional(secret, {
    doc: "A Secret: environment variables, or files where it has a mountPath.",
    example: { data: { TOKEN: "cGxhY2Vob2xkZXI=" } },
    unset: "There is none.",
  }),
  persistence: optional(persistence, {
    doc: "Storage that outlives the pods: one volume, or a list.",
    example: { size: "10Gi", mountPath: "/var/lib/web" },
    unset: "Nothing is kept.",
  }),
  volumes: optional(volumes, {
    doc: "More volumes of the pod, as the API has them.",
    example: [{ name: "cache", emptyDir: {} }],
    unset: none,
  }),
  volumeMounts: optional(volumeMounts, {
    doc: "Where the main container sees them.",
    example: [{ name: "cache", mountPath: "/cache" }],
    unset: none,
  }),
};

const pod = {
  initContainers: optional(containers, {
    doc: "Containers that run to their end before the others start.",
    example: [{ name: "migrate", image: "ghcr.io/acme/migrate:1.0.0" }],
    unset: none,
  }),
  sidecars: optional(containers, {
    doc: "Containers that run beside the main one; in a Job, as long as it does.",
    example: [{ name: "proxy", image: "envoyproxy/envoy:v1.31.0" }],
    unset: none,
  }),
  serviceAccount: optional(serviceAccount, {
    doc: "The pods' account: true or a set makes one, a name takes one that exists.",
    example: true,
    unset: "The namespace's default account, unless rbac needs one.",
  }),
  rbac: optional(rbac, {
    doc: "What the pods may do with the API server.",
    example: { rules: [{ resources: ["configmaps"], verbs: ["get"] }] },
    unset: "Nothing.",
  }),
  affinity: optional(jsonObject, {
    doc: "Which nodes and neighbours the pods want.",
    example: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
    unset: "Any.",
  }),
  nodeSelector: optional(nodeSelector, {
    doc: "Labels that the node must have.",
    example: { "kubernetes.io/arch": "amd64" },
    unset: "Any node.",
  }),
  tolerations: optional(tolerations, {
    doc: "Taints that the pods put up with.",
    example: [{ key: "dedicated", operator: "Exists" }],
    unset: none,
  }),
  topologySpreadConstraints: optional(topologySpreadConstraints, {
    doc: "How evenly the pods are spread; they count themselves unless labelSelector says otherwise.",
    example: [{ topologyKey: "kubernetes.io/hostname", maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway" }],
    unset: "As the scheduler sees fit.",
  }),
  priorityClassName: optional(resourceName, {
    doc: "How important the pods are.",
    example: "business-critical",
    unset: "As important as the cluster's default.",
  }),
  terminationGracePeriodSeconds: optional(longCount, {
    doc: "Seconds from the polite to the hard stop.",
    example: 60,
    unset: "Thirty.",
  }),
  pod: optional(jsonObject, {
    doc: "Any field of the API's pod spec, merged over what is generated.",
    example: { hostNetwork: true },
    unset: "Nothing is added.",
  }),
};

export const app = object({
  ...container,
  ...workload,
  ...exposure,
  ...files,
  ...pod,
  production: optional(production, {
    doc: "What an application needs before it serves real users.",
    example: { pdb: { maxUnavailable: 1 } },
    unset: "None of it.",
  }),
});

/** The application as validated: without nulls, defaults filled in. */
export type App = OutputOf<typeof app>;
export type WorkloadKind = App["kind"];
