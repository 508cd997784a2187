/** The configs of the guide's blocks, as Nix hands them over. */
import type { ChartConfigInput } from "../../src/index.js";

type AppInput = NonNullable<ChartConfigInput["app"]>;
type Production = NonNullable<AppInput["production"]>;

/** A fragment of the guide, in a chart. */
const fragment = (app: Omit<AppInput, "image"> & { readonly image?: string }): ChartConfigInput => ({
  name: "my-app",
  version: "1.0.0",
  app: { image: "nginx:alpine", ...app },
});
const production = (fields: Production) => fragment({ production: fields });

export const overlay: ChartConfigInput = {
  name: "web-app",
  version: "1.0.0",
  app: {
    image: "nginx:alpine",
    ports: [80],
    replicas: 5,
    production: {
      resources: { requests: { cpu: "200m", memory: "256Mi" }, limits: { cpu: "1000m", memory: "1Gi" } },
      pdb: { enabled: true, minAvailable: 3 },
    },
  },
};

export function environment(env: string, imageTag: string, replicas: number): ChartConfigInput {
  return {
    name: `my-app-${env}`,
    version: "1.0.0",
    namespace: env,
    labels: { managedBy: "nix-helm-generator", team: "platform", environment: env },
    app: {
      image: `myapp:${imageTag}`,
      replicas,
      ports: [80],
      env: { APP_ENV: env, LOG_LEVEL: env === "development" ? "DEBUG" : "INFO" },
      ...(env === "production" && {
        production: {
          resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
        },
      }),
    },
  };
}

export const security = production({
  securityContext: {
    pod: { runAsNonRoot: true, runAsUser: 101, runAsGroup: 101, fsGroup: 101 },
    container: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
    },
  },
});

export const networkPolicy = production({
  networkPolicy: {
    enabled: true,
    ingress: [
      {
        from: [{ podSelector: { matchLabels: { app: "web-frontend", team: "platform" } } }],
        ports: [
          { port: 80, protocol: "TCP" },
          { port: 443, protocol: "TCP" },
        ],
      },
      { from: [{ namespaceSelector: { matchLabels: { name: "ingress-nginx" } } }] },
    ],
    egress: [
      {
        to: [],
        ports: [
          { port: 53, protocol: "UDP" },
          { port: 53, protocol: "TCP" },
        ],
      },
      { to: [{ podSelector: { matchLabels: { app: "postgres" } } }], ports: [{ port: 5432, protocol: "TCP" }] },
    ],
  },
});

export const secrets = fragment({
  env: {
    database: { valueFrom: { secretKeyRef: { name: "db-secret", key: "password" } } },
    apiKey: { valueFrom: { secretKeyRef: { name: "api-secret", key: "key" } } },
    DATABASE_HOST: "postgres.default.svc.cluster.local",
    REDIS_URL: "redis://redis.default.svc.cluster.local:6379",
  },
});

export const budget = fragment({ replicas: 2, production: { pdb: { enabled: true, minAvailable: "50%" } } });

const probe = { periodSeconds: 10, timeoutSeconds: 5 };
const health = { path: "/health", port: 8080 };

export const healthChecks = production({
  healthChecks: {
    readinessProbe: {
      httpGet: { path: "/ready", port: 8080 },
      initialDelaySeconds: 10,
      ...probe,
      failureThreshold: 3,
      successThreshold: 1,
    },
    livenessProbe: { httpGet: health, initialDelaySeconds: 30, ...probe, periodSeconds: 30, failureThreshold: 3 },
    startupProbe: { httpGet: health, initialDelaySeconds: 5, ...probe, failureThreshold: 6, successThreshold: 1 },
  },
});

export const logging = fragment({
  env: { LOG_LEVEL: "INFO", LOG_FORMAT: "json", LOG_OUTPUT: "stdout" },
  configData: { "logging.yaml": 'version: 1\nformatters:\n  json:\n    format: "%(asctime)s %(message)s"\n' },
});

export const metrics = fragment({
  ports: [8080, 9090],
  production: {
    annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "9090", "prometheus.io/path": "/metrics" },
  },
});

export function large(replicas: number): ChartConfigInput {
  const resources = Array.from({ length: replicas }, (_, i) => ({ name: `resource-${i}`, spec: { replicas: 1 } }));
  return { name: "large-app", version: "1.0.0", app: { image: "large-app:latest", replicas }, resources };
}

export const guideConfigs: readonly ChartConfigInput[] = [
  overlay,
  environment("development", "latest", 1),
  environment("production", "v1.0.0", 5),
  security,
  networkPolicy,
  secrets,
  budget,
  healthChecks,
  logging,
  metrics,
  large(10),
];
