/** Configs that tests start from. */
import type { ChartConfigInput } from "../../src/index.js";

type AppInput = NonNullable<ChartConfigInput["app"]>;

/** A chart that nothing is wrong or suspicious with, with changes to its app. */
export function chartWith(app: Partial<AppInput>, rest: Partial<ChartConfigInput> = {}): ChartConfigInput {
  return { name: "web", version: "1.0.0", ...rest, app: { image: "nginx:1.27", ...app } };
}

/** As much of a config as fits into one; free of warnings. */
export const fullConfig: ChartConfigInput = {
  name: "shop",
  version: "1.2.3+build.5",
  description: "The shop",
  appVersion: "2024.3",
  type: "application",
  keywords: ["shop"],
  home: "https://example.com",
  icon: "https://example.com/icon.svg",
  sources: ["https://example.com/git"],
  maintainers: [{ name: "Ada", email: "ada@example.com" }],
  dependencies: [{ name: "postgresql", version: "^16.0.0", repository: "https://charts.example.com" }],
  annotations: { category: "web" },
  namespace: "shop",
  createNamespace: true,
  labels: { team: "platform", managedBy: "nix-helm-generator" },
  kubernetesVersion: "1.34",
  app: {
    image: { repository: "ghcr.io/acme/shop", tag: "1.2.3", pullPolicy: "IfNotPresent", pullSecrets: ["registry"] },
    replicas: 3,
    ports: [80, { port: 443, targetPort: 8443 }, 9090, { port: 53, protocol: "UDP", name: "dns" }],
    env: {
      LOG_LEVEL: "info",
      WORKERS: 4,
      DEBUG: false,
      RATIO: 0.5,
      PASSWORD: { valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
    },
    envFrom: [{ configMapRef: { name: "settings" }, prefix: "S_" }],
    command: ["/shop"],
    args: ["--verbose"],
    workingDir: "/srv",
    service: { annotations: { "example.com/lb": "yes" }, sessionAffinity: "ClientIP" },
    serviceType: "LoadBalancer",
    configData: { "app.conf": "a = 1\n", "logging.yaml": "level: info\n" },
    secret: { data: { TOKEN: "c2VjcmV0" } },
    ingress: {
      hosts: [
        "shop.example.com",
        { host: "api.example.com", paths: ["/v1", { path: "/v2", port: "https", pathType: "Exact" }] },
      ],
      className: "nginx",
      tls: true,
      annotations: { "cert-manager.io/issuer": "le" },
    },
    httpRoute: {
      gateways: ["public", { name: "inner", namespace: "gateways" }],
      hosts: ["shop.example.com"],
      paths: ["/"],
    },
    persistence: [
      { name: "uploads", size: "10Gi", mountPath: "/uploads" },
      { name: "old", existingClaim: "old-data", mountPath: "/old", readOnly: true },
    ],
    volumes: [{ name: "cache", emptyDir: { sizeLimit: "1Gi" } }],
    volumeMounts: [{ name: "cache", mountPath: "/cache" }],
    initContainers: [
      { name: "migrate", image: "ghcr.io/acme/migrate:1.0", env: { A: 1 }, resources: { limits: { cpu: 1 } } },
    ],
    sidecars: [
      {
        name: "proxy",
        image: "envoyproxy/envoy:v1.31.0",
        ports: [{ containerPort: 15000 }],
        volumeMounts: [{ name: "cache", mountPath: "/c" }],
      },
    ],
    serviceAccount: { annotations: { "example.com/role": "shop" }, automountToken: true },
    rbac: {
      rules: [{ resources: ["configmaps"], verbs: ["get"] }],
      clusterRules: [{ apiGroups: [""], resources: ["nodes"], verbs: ["list"] }],
    },
    monitoring: { serviceMonitor: { interval: "30s", labels: { release: "prometheus" } } },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 1,
            podAffinityTerm: { topologyKey: "kubernetes.io/hostname", labelSelector: { matchLabels: { app: "shop" } } },
          },
        ],
      },
    },
    nodeSelector: { "kubernetes.io/arch": "amd64" },
    tolerations: [{ key: "dedicated", operator: "Exists", effect: "NoSchedule" }],
    topologySpreadConstraints: [
      { topologyKey: "topology.kubernetes.io/zone", maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway" },
    ],
    priorityClassName: "high",
    terminationGracePeriodSeconds: 45,
    lifecycle: { preStop: { exec: { command: ["sleep", "5"] } } },
    pod: { hostAliases: [{ ip: "10.0.0.1", hostnames: ["legacy"] }] },
    container: { stdin: true },
    production: {
      resources: { requests: { cpu: "200m", memory: "256Mi" }, limits: { cpu: 1, memory: "1Gi" } },
      pdb: { minAvailable: 2 },
      healthChecks: {
        readinessProbe: { httpGet: { path: "/ready", port: 80 }, periodSeconds: 10 },
        livenessProbe: { tcpSocket: { port: "http" }, failureThreshold: 3 },
        startupProbe: { exec: { command: ["true"] }, failureThreshold: 30 },
      },
      securityContext: {
        pod: { runAsNonRoot: true, runAsUser: 101, fsGroup: 101, seccompProfile: { type: "RuntimeDefault" } },
        container: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
      },
      networkPolicy: {
        ingress: [
          { from: [{ podSelector: { matchLabels: { app: "front" } } }], ports: [{ port: 80, protocol: "TCP" }] },
        ],
        egress: [{ to: [], ports: [{ port: 53, protocol: "UDP" }] }],
      },
      annotations: { "prometheus.io/scrape": "true" },
    },
  },
  resources: [
    { name: "worker", spec: { replicas: 1 } },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "extra" }, data: { a: "b" } },
    {
      apiVersion: "v1",
      kind: "LimitRange",
      metadata: { name: "limits" },
      spec: { limits: [{ type: "Container", default: { cpu: "1" } }] },
    },
  ],
  patches: [
    { target: { kind: "Deployment", name: "shop" }, patch: { spec: { revisionHistoryLimit: 3 } } },
    { target: { kind: "Service" }, patch: [{ op: "add", path: "/spec/publishNotReadyAddresses", value: true }] },
  ],
  environments: { production: { app: { replicas: 5 } }, development: { createNamespace: null } },
};

/** The same application as each of the kinds of workload. */
export const kindConfigs: readonly ChartConfigInput[] = [
  chartWith({ ports: [80] }),
  chartWith({
    kind: "StatefulSet",
    replicas: 3,
    ports: [5432],
    persistence: { size: "1Gi", mountPath: "/data" },
    strategy: "OnDelete",
  }),
  chartWith({ kind: "DaemonSet", ports: [9100], strategy: { rollingUpdate: { maxUnavailable: 1 } } }),
  chartWith({ kind: "Job", sidecars: [{ name: "proxy", image: "proxy:1" }] }),
  chartWith({ kind: "CronJob", schedule: "0 3 * * *" }),
];
