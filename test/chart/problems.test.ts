/** What is wrong in a config: every rule with an input that breaks it, and all of them in one run. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nixText } from "../../src/chart/config/schema/nix-text.js";
import {
  ChartError,
  type ConfigIssue,
  formatPath,
  mkChart,
  validateChartConfig,
  validateConfig,
} from "../../src/index.js";

type Fields = Record<string, unknown>;

const app = (fields: Fields): Fields => ({ name: "web", version: "1.0.0", app: { image: "nginx:1.27", ...fields } });
const production = (fields: Fields) => app({ replicas: 3, production: fields });
const top = (fields: Fields): Fields => ({ ...app({}), ...fields });

/** `code path`, for errors. */
function errorsOf(config: unknown): string[] {
  return validateConfig(config)
    .issues.filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} ${formatPath(path)}`);
}

const long = (length: number) => "a".repeat(length);

const cases: [what: string, config: unknown, ...errors: string[]][] = [
  // The chart
  ["no name", { version: "1.0.0", app: { image: "nginx:1" } }, "missing-field name"],
  ["no version", { name: "web" }, "missing-field version"],
  ["no image", { name: "web", version: "1.0.0", app: {} }, "missing-field app.image"],
  ["null where something is needed", { name: null, version: "1.0.0" }, "missing-field name"],
  ["a name with a slash", top({ name: "a/b" }), "invalid-name name"],
  ["a name that climbs", top({ name: "../../x" }), "invalid-name name"],
  ["a name with capitals", top({ name: "Web" }), "invalid-name name"],
  ["a name of 64 letters", top({ name: long(64) }), "invalid-name name"],
  ["an empty name", top({ name: "" }), "invalid-name name"],
  ["a name that is a number", top({ name: 5 }), "wrong-type name"],
  ["a name of a Service that begins with a digit", { ...app({ ports: [80] }), name: "3scale" }, "invalid-name name"],
  [
    "a name that is too long for a CronJob",
    { ...app({ kind: "CronJob", schedule: "@daily" }), name: long(53) },
    "invalid-name name",
  ],
  ...["1.0", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "latest", ""].map(
    (version): [string, unknown, string] => [`the version ${version}`, top({ version }), "invalid-version version"],
  ),
  ["a chart type that does not exist", top({ type: "app" }), "unknown-word type"],
  ["a home that is no URL", top({ home: "example.com" }), "invalid-url home"],
  ["keywords that are one text", top({ keywords: "web" }), "wrong-type keywords"],
  ["a maintainer without a name", top({ maintainers: [{ email: "a@b" }] }), "missing-field maintainers.0.name"],
  [
    "a dependency twice",
    top({
      dependencies: [
        { name: "a", version: "1" },
        { name: "a", version: "2" },
      ],
    }),
    "duplicate dependencies.1",
  ],
  ["a bad namespace", top({ namespace: "My Space" }), "invalid-name namespace"],
  ["createNamespace without one", top({ createNamespace: true }), "missing-field createNamespace"],
  ["a label key with two slashes", top({ labels: { "a/b/c": "x" } }), 'invalid-label labels."a/b/c"'],
  ["a label value with a space", top({ labels: { team: "a b" } }), "invalid-label labels.team"],
  ["a label that is a boolean", top({ labels: { team: true } }), "wrong-type labels.team"],
  ["a label with a long value", top({ labels: { team: long(64) } }), "invalid-label labels.team"],
  ["a Kubernetes version with a v", top({ kubernetesVersion: "v1.31" }), "invalid-version kubernetesVersion"],
  [
    "something that is not supported",
    top({ helm: {}, gitops: {} }),
    "not-supported-yet helm",
    "not-supported-yet gitops",
  ],

  // The container
  ["a bad image", app({ image: "Nginx:1" }), "invalid-image app.image"],
  [
    "an image in bad parts",
    app({ image: { repository: "a:1", tag: "b c", digest: "sha256:1" } }),
    "invalid-image app.image.repository",
    "invalid-image app.image.tag",
    "invalid-image app.image.digest",
  ],
  ["an image that is a list", app({ image: ["nginx"] }), "wrong-type app.image"],
  ["a tag that is a number", app({ image: { repository: "nginx", tag: 1.27 } }), "wrong-type app.image.tag"],
  [
    "a pull policy that does not exist",
    app({ image: { repository: "nginx", tag: "1", pullPolicy: "always" } }),
    "unknown-word app.image.pullPolicy",
  ],
  [
    "a bad env name",
    app({ env: { "1A": "x", "A B": "y" } }),
    'invalid-env-name app.env."1A"',
    'invalid-env-name app.env."A B"',
  ],
  ["a bad env name in a list", app({ env: [{ name: "A=B", value: "x" }] }), "invalid-env-name app.env.0.name"],
  [
    "an env name twice",
    app({
      env: [
        { name: "A", value: "1" },
        { name: "A", value: "2" },
      ],
    }),
    "duplicate app.env.1",
  ],
  ["an env value that is a list", app({ env: { A: ["x"] } }), "wrong-type app.env.A"],
  [
    "an env value and a source",
    app({ env: [{ name: "A", value: "1", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }] }),
    "conflicting-fields app.env.0.valueFrom",
  ],
  ["an env value from nowhere", app({ env: { A: { valueFrom: {} } } }), "missing-field app.env.A.valueFrom"],
  [
    "an env value from two places",
    app({
      env: { A: { valueFrom: { secretKeyRef: { name: "s", key: "k" }, configMapKeyRef: { name: "s", key: "k" } } } },
    }),
    "conflicting-fields app.env.A.valueFrom.configMapKeyRef",
  ],
  [
    "a secret without a key",
    app({ env: { A: { valueFrom: { secretKeyRef: { name: "s" } } } } }),
    "missing-field app.env.A.valueFrom.secretKeyRef.key",
  ],
  ["an env value that is not a number", app({ env: { A: Number.NaN } }), "wrong-type app.env.A"],
  ["envFrom nothing", app({ envFrom: [{}] }), "missing-field app.envFrom.0"],
  ["a command as text", app({ command: "run" }), "wrong-type app.command"],
  ["an argument that is a number", app({ args: ["--n", 5] }), "wrong-type app.args.1"],

  // The workload
  ["replicas in quotes", app({ replicas: "3" }), "wrong-type app.replicas"],
  ["negative replicas", app({ replicas: -1 }), "out-of-range app.replicas"],
  ["half a replica", app({ replicas: 1.5 }), "out-of-range app.replicas"],
  ["replicas beyond 32 bits", app({ replicas: 3_560_000_000 }), "out-of-range app.replicas"],
  [
    "a delay beyond 32 bits",
    production({ healthChecks: { readinessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 99_999_999_999 } } }),
    "out-of-range app.production.healthChecks.readinessProbe.initialDelaySeconds",
  ],
  ["replicas beyond numbers", app({ replicas: 2n ** 63n }), "out-of-range app.replicas"],
  ["a kind that does not exist", app({ kind: "deployment" }), "unknown-word app.kind"],
  ["replicas of a DaemonSet", app({ kind: "DaemonSet", replicas: 2 }), "field-not-for-kind app.replicas"],
  ["a strategy of a Job", app({ kind: "Job", strategy: "Recreate" }), "field-not-for-kind app.strategy"],
  [
    "a strategy that a StatefulSet lacks",
    app({ kind: "StatefulSet", strategy: { type: "Recreate" } }),
    "field-not-for-kind app.strategy.type",
  ],
  ["a schedule of a Deployment", app({ schedule: "@daily" }), "field-not-for-kind app.schedule"],
  ["a CronJob without a schedule", app({ kind: "CronJob" }), "missing-field app"],
  ["a bad schedule", app({ kind: "CronJob", schedule: "daily" }), "invalid-schedule app.schedule"],
  [
    "autoscaling of a DaemonSet",
    app({ kind: "DaemonSet", autoscaling: { maxReplicas: 3 } }),
    "field-not-for-kind app.autoscaling",
  ],
  [
    "autoscaling the wrong way round",
    app({ autoscaling: { minReplicas: 5, maxReplicas: 3 } }),
    "min-above-max app.autoscaling.minReplicas",
  ],

  // Ports and what leads to them
  ["port 70000", app({ ports: [70000] }), "invalid-port app.ports.0"],
  ["port 0", app({ ports: [0] }), "invalid-port app.ports.0"],
  ["a port in quotes", app({ ports: ["80"] }), "wrong-type app.ports.0"],
  ["one port without a list", app({ ports: 80 }), "wrong-type app.ports"],
  ["a port twice", app({ ports: [80, { port: 80 }] }), "duplicate app.ports.1"],
  [
    "a port name twice",
    app({
      ports: [
        { port: 80, name: "a" },
        { port: 81, name: "a" },
      ],
    }),
    "duplicate app.ports.1",
  ],
  ["a port name of 16 letters", app({ ports: [{ port: 80, name: long(16) }] }), "invalid-port-name app.ports.0.name"],
  ["a port without a number", app({ ports: [{ name: "http" }] }), "missing-field app.ports.0.port"],
  [
    "a node port of a ClusterIP",
    app({ ports: [{ port: 80, nodePort: 30080 }] }),
    "conflicting-fields app.ports.0.nodePort",
  ],
  [
    "two service types",
    app({ ports: [80], serviceType: "NodePort", service: { type: "LoadBalancer" } }),
    "conflicting-fields app.serviceType",
  ],
  [
    "a headless load balancer",
    app({ ports: [80], serviceType: "LoadBalancer", service: { headless: true } }),
    "conflicting-fields app.serviceType",
  ],
  ["a Service for nowhere", app({ ports: [80], serviceType: "ExternalName" }), "missing-field app"],
  ["an Ingress without ports", app({ ingress: { host: "a.example.com" } }), "port-missing app.ingress"],
  [
    "an Ingress to a port that is not there",
    app({ ports: [80], ingress: { paths: [{ path: "/", port: 81 }] } }),
    "port-missing app.ingress.paths.0.port",
  ],
  [
    "a route to a port that is not there",
    app({ ports: [80], httpRoute: { gateways: ["g"], port: "web" } }),
    "port-missing app.httpRoute.port",
  ],
  [
    "a monitor without a Service",
    app({ ports: [80], service: { enabled: false }, monitoring: { serviceMonitor: {} } }),
    "port-missing app.monitoring.serviceMonitor",
  ],
  [
    "host and hosts",
    app({ ports: [80], ingress: { host: "a.b", hosts: ["c.d"] } }),
    "conflicting-fields app.ingress.hosts",
  ],
  ["a host with a scheme", app({ ports: [80], ingress: { host: "https://a.b/c" } }), "invalid-host app.ingress.host"],
  ["a path without a slash", app({ ports: [80], ingress: { paths: ["api"] } }), "invalid-path app.ingress.paths.0"],

  // Files and volumes
  [
    "config that is not text",
    app({ configData: { a: { b: 1 }, c: 5 } }),
    "wrong-type app.configData.a",
    "wrong-type app.configData.c",
  ],
  ["a config file name with a slash", app({ configData: { "a/b": "x" } }), 'invalid-key app.configData."a/b"'],
  ["a config of 2 MiB", app({ configData: { a: long(2 ** 21) } }), "config-too-large app.configData"],
  ["a relative mount path", app({ configMountPath: "etc" }), "invalid-path app.configMountPath"],
  ["a mount path with a colon", app({ configMountPath: "/a:b" }), "invalid-path app.configMountPath"],
  ["a secret that is not base64", app({ secret: { data: { A: "no base64!" } } }), "invalid-base64 app.secret.data.A"],
  [
    "a secret key twice",
    app({ secret: { data: { A: "" }, stringData: { A: "" } } }),
    "duplicate app.secret.stringData.A",
  ],
  ["storage without a size", app({ persistence: { mountPath: "/data" } }), "missing-field app.persistence"],
  [
    "storage of a bad size",
    app({ persistence: { mountPath: "/data", size: "10 GB" } }),
    "invalid-quantity app.persistence.size",
  ],
  [
    "a size of what exists",
    app({ persistence: { mountPath: "/data", size: "1Gi", existingClaim: "x" } }),
    "conflicting-fields app.persistence.size",
  ],
  [
    "a volume that is not there",
    app({ volumeMounts: [{ name: "cache", mountPath: "/c" }] }),
    "volume-missing app.volumeMounts.0.name",
  ],
  [
    "a sidecar's volume that is not there",
    app({ sidecars: [{ name: "a", image: "a:1", volumeMounts: [{ name: "x", mountPath: "/x" }] }] }),
    "volume-missing app.sidecars.0.volumeMounts.0.name",
  ],
  [
    "a volume twice",
    app({
      volumes: [
        { name: "a", emptyDir: {} },
        { name: "a", emptyDir: {} },
      ],
    }),
    "duplicate app.volumes.1",
    "duplicate-volume app.volumes.1.name",
  ],
  [
    "a volume called config beside configData",
    app({ configData: { a: "" }, volumes: [{ name: "config", emptyDir: {} }] }),
    "duplicate-volume app.volumes.0.name",
  ],
  [
    "two volumes in one folder",
    app({ configData: { a: "" }, configMountPath: "/data", persistence: { size: "1Gi", mountPath: "/data/" } }),
    "duplicate-mount app.persistence.mountPath",
  ],

  // The pod
  ["a sidecar without a name", app({ sidecars: [{ image: "a:1" }] }), "missing-field app.sidecars.0.name"],
  [
    "a sidecar called as the chart",
    app({ sidecars: [{ name: "web", image: "a:1" }] }),
    "duplicate-container app.sidecars.0.name",
  ],
  [
    "a sidecar called as an init container",
    app({ initContainers: [{ name: "a", image: "a:1" }], sidecars: [{ name: "a", image: "a:1" }] }),
    "duplicate-container app.sidecars.0.name",
  ],
  ["a role without verbs", app({ rbac: { rules: [{ resources: ["pods"] }] } }), "missing-field app.rbac.rules.0.verbs"],
  [
    "a toleration of a misspelt effect",
    app({ tolerations: [{ effect: "NoScheduling" }] }),
    "unknown-word app.tolerations.0.effect",
  ],
  [
    "spreading over nothing",
    app({ topologySpreadConstraints: [{ maxSkew: 1 }] }),
    "missing-field app.topologySpreadConstraints.0.topologyKey",
    "missing-field app.topologySpreadConstraints.0.whenUnsatisfiable",
  ],
  ["a pod that is a list", app({ pod: [] }), "wrong-type app.pod"],
  ["a null in a list", app({ pod: { tolerations: [null] } }), "wrong-type app.pod.tolerations.0"],
  ["a function in a pod", app({ pod: { hostNetwork: () => true } }), "wrong-type app.pod.hostNetwork"],
  ["a date in a pod", app({ pod: { since: new Date() } }), "wrong-type app.pod.since"],

  // Production
  [
    "a bad quantity",
    production({ resources: { requests: { cpu: "lots", memory: "512mb" } } }),
    "invalid-quantity app.production.resources.requests.cpu",
    "invalid-quantity app.production.resources.requests.memory",
  ],
  [
    "a limit below its request",
    production({ resources: { requests: { cpu: "1500m", memory: "1Gi" }, limits: { cpu: 1, memory: "1100M" } } }),
    "limit-below-request app.production.resources.limits.cpu",
  ],
  ["a limit called constructor", production({ resources: { limits: { constructor: "1" } } })],
  [
    "a negative request",
    production({ resources: { requests: { cpu: "-1" } } }),
    "invalid-quantity app.production.resources.requests.cpu",
  ],
  [
    "resources of the wrong shape",
    production({ resources: { cpu: "1" } }),
    "unknown-field app.production.resources.cpu",
  ],
  [
    "minAvailable and maxUnavailable",
    production({ pdb: { minAvailable: 1, maxUnavailable: 1 } }),
    "conflicting-fields app.production.pdb.maxUnavailable",
  ],
  [
    "a budget of 101%",
    production({ pdb: { minAvailable: "101%" } }),
    "invalid-percentage app.production.pdb.minAvailable",
  ],
  ["a budget of -1", production({ pdb: { minAvailable: -1 } }), "out-of-range app.production.pdb.minAvailable"],
  [
    "a budget in quotes",
    production({ pdb: { minAvailable: "2" } }),
    "invalid-percentage app.production.pdb.minAvailable",
  ],
  [
    "a probe that does nothing",
    production({ healthChecks: { readinessProbe: { periodSeconds: 5 } } }),
    "missing-field app.production.healthChecks.readinessProbe",
  ],
  [
    "a probe that does two things",
    production({ healthChecks: { readinessProbe: { tcpSocket: { port: 1 }, exec: { command: ["a"] } } } }),
    "conflicting-fields app.production.healthChecks.readinessProbe.exec",
  ],
  [
    "a liveness probe that must succeed twice",
    production({ healthChecks: { livenessProbe: { tcpSocket: { port: 1 }, successThreshold: 2 } } }),
    "invalid-threshold app.production.healthChecks.livenessProbe.successThreshold",
  ],
  [
    "a misspelt probe",
    production({ healthChecks: { readyness: {} } }),
    "unknown-field app.production.healthChecks.readyness",
  ],
  [
    "a user that is a name",
    production({ securityContext: { pod: { runAsUser: "nginx" } } }),
    "wrong-type app.production.securityContext.pod.runAsUser",
  ],
  [
    "a container's field on the pod",
    production({ securityContext: { pod: { privileged: true } } }),
    "unknown-field app.production.securityContext.pod.privileged",
  ],
  [
    "an empty peer",
    production({ networkPolicy: { ingress: [{ from: [{}] }] } }),
    "missing-field app.production.networkPolicy.ingress.0.from.0",
  ],
  [
    "from in egress",
    production({ networkPolicy: { egress: [{ from: [] }] } }),
    "unknown-field app.production.networkPolicy.egress.0.from",
  ],
  [
    "addresses and pods in one peer",
    production({ networkPolicy: { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" }, podSelector: {} }] }] } }),
    "conflicting-fields app.production.networkPolicy.ingress.0.from.0.ipBlock",
  ],
  [
    "a range of ports the wrong way round",
    production({ networkPolicy: { ingress: [{ ports: [{ port: 10, endPort: 5 }] }] } }),
    "min-above-max app.production.networkPolicy.ingress.0.ports.0.endPort",
  ],
  [
    "an annotation that is a boolean",
    production({ annotations: { "prometheus.io/scrape": true } }),
    'wrong-type app.production.annotations."prometheus.io/scrape"',
  ],

  [
    "root where root is refused",
    production({ securityContext: { pod: { runAsNonRoot: true, runAsUser: 0 } } }),
    "root-refused app.production.securityContext.pod.runAsUser",
  ],
  [
    "root in the container where the pod refuses it",
    production({ securityContext: { pod: { runAsNonRoot: true, runAsUser: 5 }, container: { runAsUser: 0 } } }),
    "root-refused app.production.securityContext.container.runAsUser",
  ],
  [
    "root in the pod where the container has another user",
    production({ securityContext: { pod: { runAsNonRoot: true, runAsUser: 0 }, container: { runAsUser: 5 } } }),
  ],
  [
    "a privileged container without more privileges",
    production({ securityContext: { container: { privileged: true, allowPrivilegeEscalation: false } } }),
    "conflicting-fields app.production.securityContext.container.allowPrivilegeEscalation",
  ],
  [
    "SYS_ADMIN without more privileges",
    production({
      securityContext: { container: { capabilities: { add: ["SYS_ADMIN"] }, allowPrivilegeEscalation: false } },
    }),
    "conflicting-fields app.production.securityContext.container.allowPrivilegeEscalation",
  ],
  [
    "a probe of a port that has no such name",
    app({ ports: [80], production: { healthChecks: { readinessProbe: { httpGet: { port: "https" } } } } }),
    "port-missing app.production.healthChecks.readinessProbe.httpGet.port",
  ],
  [
    "a probe of a named port where there is none",
    production({ healthChecks: { livenessProbe: { tcpSocket: { port: "db" } } } }),
    "port-missing app.production.healthChecks.livenessProbe.tcpSocket.port",
  ],
  [
    "probes of ports by names that they have",
    app({
      ports: [80],
      container: { ports: [{ name: "admin", containerPort: 9000 }] },
      production: {
        healthChecks: {
          readinessProbe: { httpGet: { port: "http" } },
          livenessProbe: { tcpSocket: { port: "admin" } },
        },
      },
    }),
  ],
  [
    "annotations that are too large together",
    production({ annotations: { a: "ä".repeat(65_536), b: "x".repeat(131_072) } }),
    "too-large app.production.annotations",
  ],
  ["annotations that just fit", production({ annotations: { a: "ä".repeat(65_536), b: "x".repeat(131_070) } })],

  // More resources
  [
    "a manifest without apiVersion and name",
    top({ resources: [{ kind: "ConfigMap" }] }),
    "missing-field resources.0.apiVersion",
    "missing-field resources.0.metadata",
  ],
  [
    "a manifest whose name climbs",
    top({ resources: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "../x" } }] }),
    "invalid-name resources.0.metadata.name",
  ],
  [
    "a list",
    top({ resources: [{ apiVersion: "v1", kind: "List", metadata: { name: "x" } }] }),
    "invalid-kind resources.0.kind",
  ],
  [
    "a manifest without a kind",
    top({ resources: [{ apiVersion: "v1" }, { metadata: { name: "x" } }] }),
    "missing-field resources.0.kind",
    "missing-field resources.0.metadata",
    "missing-field resources.1.kind",
    "missing-field resources.1.apiVersion",
  ],
  ["a workload without a name", top({ resources: [{ spec: {} }] }), "missing-field resources.0.name"],
  [
    "a workload with more than name and spec",
    top({ resources: [{ name: "a", image: "b" }] }),
    "unknown-field resources.0.image",
  ],
  [
    "a spec of a workload that its kind has not",
    top({ resources: [{ name: "a", spec: { replica: 1, replicas: "3", $patch: "merge", paused: true } }] }),
    "patterned-spec-unfit resources.0.spec.replica",
    "patterned-spec-unfit resources.0.spec.replicas",
  ],
  [
    "replicas of a workload that cannot be",
    top({ resources: [1.5, -1, 2n ** 40n].map((replicas, i) => ({ name: `a${i}`, spec: { replicas } })) }),
    ...[0, 1, 2].map((index) => `patterned-spec-unfit resources.${index}.spec.replicas`),
  ],
  [
    "replicas of a patterned DaemonSet",
    { ...app({ kind: "DaemonSet" }), resources: [{ name: "a", spec: { replicas: 3 } }] },
    "patterned-spec-unfit resources.0.spec.replicas",
  ],
  [
    "data of a ConfigMap that is not text",
    top({
      resources: [
        { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: 1, b: "b", c: { d: "e" } } },
        { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "b" }, data: "x", binaryData: { a: "??" } },
        { apiVersion: "example.com/v1", kind: "ConfigMap", metadata: { name: "c" }, data: { a: 1 } },
      ],
    }),
    "wrong-type resources.0.data.a",
    "wrong-type resources.0.data.c",
    "wrong-type resources.1.data",
    "invalid-base64 resources.1.binaryData.a",
  ],
  [
    "data of a Secret that is not base64",
    top({
      resources: [
        {
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name: "a" },
          data: { a: "plain text", b: "Y\nQ==\n", c: 1 },
          stringData: { d: true, e: "x" },
        },
      ],
    }),
    "invalid-base64 resources.0.data.a",
    "wrong-type resources.0.data.c",
    "wrong-type resources.0.stringData.d",
  ],
  ["a workload without app", { name: "a", version: "1.0.0", resources: [{ name: "b" }] }, "missing-field resources.0"],
  ["a workload called as the chart", top({ resources: [{ name: "web" }] }), "duplicate-resource resources.0"],
  ["two workloads of one name", top({ resources: [{ name: "a" }, { name: "a" }] }), "duplicate-resource resources.1"],
  [
    "a manifest that the chart makes too",
    { ...app({ ports: [80] }), resources: [{ apiVersion: "v1", kind: "Service", metadata: { name: "web" } }] },
    "duplicate-resource resources.0",
  ],
  [
    "the same in another version of the API",
    top({ resources: [{ apiVersion: "apps/v1beta1", kind: "Deployment", metadata: { name: "web" } }] }),
    "duplicate-resource resources.0",
  ],
  [
    "a patch for nothing",
    top({ patches: [{ target: { kind: "Ingress" }, patch: {} }] }),
    "patch-without-target patches.0.target",
  ],
  [
    "operations that do not fit",
    top({ patches: [{ target: { kind: "Deployment" }, patch: [{ op: "remove", path: "/spec/nothing" }] }] }),
    "patch-unfit patches.0.patch.0",
  ],
  [
    "operations that rename",
    top({
      patches: [{ target: { kind: "Deployment" }, patch: [{ op: "replace", path: "/metadata/name", value: "b" }] }],
    }),
    "patch-unfit patches.0.patch",
  ],
  [
    "operations that leave nothing",
    top({ patches: [{ target: { kind: "Deployment" }, patch: [{ op: "remove", path: "" }] }] }),
    "patch-unfit patches.0.patch",
  ],
  [
    "an operation without a value",
    top({ patches: [{ target: { kind: "Deployment" }, patch: [{ op: "add", path: "/a" }] }] }),
    "missing-field patches.0.patch.0",
  ],

  // Environments
  [
    "a misspelt field in an environment",
    top({ environments: { prod: { app: { replica: 1 } } } }),
    "unknown-field environments.prod.app.replica",
  ],
  [
    "an environment that breaks the chart",
    { ...app({ replicas: 3 }), environments: { prod: { app: { kind: "DaemonSet" } } } },
    "field-not-for-kind app.replicas",
  ],
];

describe("an error for", () => {
  for (const [what, config, ...errors] of cases) {
    it(what, () => assert.deepEqual(errorsOf(config).sort(), errors.sort()));
  }
});

describe("one run", () => {
  it("reports everything that is wrong", () => {
    const config = {
      version: "1.0",
      nmae: "web",
      namespace: "a/b",
      app: {
        image: 5,
        ports: [70000, 80, 80],
        replica: 3,
        env: { "1A": "x" },
        production: {
          resources: { requests: { cpu: "2" }, limits: { cpu: "1" } },
          pdb: { minAvailable: 1, maxUnavailable: "50%" },
          healthChecks: { livenessProbe: {} },
        },
      },
      resources: [{ name: "A_B" }, { kind: "ConfigMap" }],
      patches: [{ patch: 1 }],
    };
    assert.deepEqual(errorsOf(config).sort(), [
      "conflicting-fields app.production.pdb.maxUnavailable",
      "duplicate app.ports.2",
      'invalid-env-name app.env."1A"',
      "invalid-name namespace",
      "invalid-name resources.0.name",
      "invalid-port app.ports.0",
      "invalid-version version",
      "limit-below-request app.production.resources.limits.cpu",
      "missing-field app.production.healthChecks.livenessProbe",
      "missing-field name",
      "missing-field resources.1.apiVersion",
      "missing-field resources.1.metadata",
      "unknown-field app.replica",
      "unknown-field nmae",
      "wrong-type app.image",
      "wrong-type patches.0.patch",
    ]);
    assert.throws(
      () => mkChart(config as never),
      (error: unknown) => {
        assert.ok(error instanceof ChartError);
        for (const { message } of error.issues.filter(({ severity }) => severity === "error")) {
          assert.ok(error.message.includes(message), message);
        }
        return true;
      },
    );
  });

  it("says what to do about a type that is only nearly right", () => {
    const helpFor = (config: unknown) =>
      validateConfig(config).issues.find(({ severity }) => severity === "error")?.help;
    assert.equal(helpFor(app({ replicas: "3" })), "Write 3 without quotes.");
    assert.equal(helpFor(top({ labels: { a: true } })), 'Write it in quotes: "true".');
    assert.equal(helpFor(app({ ports: 80 })), "Put it in [ ].");
    assert.equal(helpFor(top({ version: "v1.2" })), 'Write "1.2.0".');
    assert.equal(helpFor(top({ name: "My App" })), 'Write "my-app".');
    assert.equal(helpFor(production({ resources: { limits: { memory: "1gib" } } })), 'Write "1Gi".');
    assert.equal(helpFor(app({ kind: "deployment" })), 'Write "Deployment".');
  });
});

describe("a number that is out of range", () => {
  const messageFor = (replicas: unknown) => validateConfig(app({ replicas })).issues[0]?.message;
  it("is called too large or too small, not something else", () => {
    const largest = 2 ** 31 - 1;
    assert.equal(messageFor(largest), undefined);
    assert.equal(messageFor(3_560_000_000), `3560000000 is too large: it must be at most ${largest}`);
    assert.equal(messageFor(2n ** 63n - 1n), `9223372036854775807 is too large: it must be at most ${largest}`);
    assert.equal(messageFor(-1), "-1 is too small: it must be at least 0");
    assert.equal(messageFor(1.5), "1.5 is not a whole number");
  });
});

describe("a value of another type", () => {
  const messageFor = (config: unknown) => validateConfig(config).issues[0]?.message;
  const cases: [what: string, config: unknown, message: string][] = [
    ["a function for the config", () => 1, "the config must be a set of fields, but it is a function"],
    ["a Map for the config", new Map(), "the config must be a set of fields, but it is an object that is not plain"],
    [
      "a Date",
      app({ env: new Date() }),
      "this must be a set of fields or a list, but it is an object that is not plain",
    ],
    ["NaN", app({ replicas: Number.NaN }), "this must be a whole number, but it is not a number (NaN)"],
    ["infinity", app({ env: { A: Number.POSITIVE_INFINITY } }), "this must be a number that is not infinite"],
  ];
  for (const [what, config, message] of cases) {
    it(`is called what it is: ${what}`, () => assert.equal(messageFor(config), message));
  }
});

describe("an example in a help text", () => {
  it("is written in Nix", () => {
    const helpFor = (config: unknown) =>
      validateConfig(config).issues.find(({ code }) => code === "missing-field")?.help;
    assert.equal(
      helpFor(app({ env: { A: {} } })),
      'Add valueFrom, for example valueFrom = { secretKeyRef = { name = "db-secret"; key = "password"; }; }.',
    );
    assert.equal(
      nixText(["a", -1, [], {}, true, "${x}", { "a.b": 1 }]),
      '[ "a" (-1) [ ] { } true "\\${x}" { "a.b" = 1; } ]',
    );
  });
});

describe("validateChartConfig", () => {
  it("gives back what it got, or throws", () => {
    const config = app({});
    assert.equal(validateChartConfig(config), config);
    assert.throws(
      () => validateChartConfig(app({ ports: [0] })),
      /chart "web" has 1 problem:\napp\.ports\.0: 0 is not a port number/,
    );
  });
});

describe("hostile input", () => {
  const cyclic: Fields = { kind: "ConfigMap", apiVersion: "v1", metadata: { name: "a" } };
  cyclic.data = cyclic;
  const inputs: [string, unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["text", "chart"],
    ["a list", []],
    ["a function", () => ({})],
    ["a symbol", Symbol("chart")],
    ["a Map", new Map([["name", "x"]])],
    [
      "an instance of a class",
      new (class Chart {
        readonly name = "x";
      })(),
    ],
    [
      "fields of the wrong kind everywhere",
      {
        name: [],
        version: {},
        app: { image: () => 1, ports: {}, env: 5, production: "yes" },
        resources: "x",
        patches: 3,
      },
    ],
    ["values of the wrong kind in lists", top({ resources: [null, 5, "x", [], () => 1], patches: [undefined, {}] })],
    ["a symbol inside", app({ pod: { a: Symbol("x") } })],
    ["a resource that contains itself", top({ resources: [cyclic] })],
  ];
  for (const [what, input] of inputs) {
    it(`${what} is reported, not thrown`, () => {
      assert.ok(errorsOf(input).length > 0);
      assert.throws(() => mkChart(input as never), ChartError);
    });
  }

  it("a config nested very deep is reported", () => {
    let pod: unknown = {};
    for (let depth = 0; depth < 100_000; depth++) pod = depth % 2 === 0 ? { a: pod } : [pod];
    assert.equal(errorsOf(app({ pod })).length, 1);
  });

  it("a config that is endless when written out is reported once", () => {
    let shared: unknown = { a: "b" };
    for (let depth = 0; depth < 100; depth++) shared = { a: shared, b: shared };
    assert.deepEqual(errorsOf(app({ pod: { shared } })).length, 1);
  });

  it("a field called __proto__ is a field, and changes nothing else", () => {
    const config = JSON.parse(
      '{"name":"web","version":"1.0.0","__proto__":{"app":{}},"app":{"image":"nginx:1","env":{"__proto__":"x"},"configData":{"__proto__":"y"}}}',
    );
    assert.deepEqual(errorsOf(config), ["unknown-field __proto__"]);
    Reflect.deleteProperty(config, "__proto__");
    const { deployment, configMap } = mkChart(config).k8sResources;
    assert.match(JSON.stringify(deployment), /"name":"__proto__","value":"x"/);
    assert.deepEqual(Object.keys((configMap as unknown as { data: object }).data), ["__proto__"]);
    assert.equal(({} as Fields).app, undefined);
  });

  it("an input is never changed", () => {
    const config = app({ env: { A: null, B: 1 }, pod: { a: null }, production: { pdb: {} } });
    const before = structuredClone(config);
    mkChart(config as never);
    assert.deepEqual(config, before);
  });

  it("a frozen input is as good as another", () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === "object" && value !== null) for (const item of Object.values(value)) freeze(item);
      return Object.freeze(value);
    };
    mkChart(freeze(app({ ports: [80], env: { A: "x" } })) as never);
  });
});

describe("an issue", () => {
  const all: readonly ConfigIssue[] = cases.flatMap(([, config]) => validateConfig(config).issues);
  it("is plain data with a code in kebab-case and a sentence that begins small", () => {
    for (const { code, path, message, help, severity } of all) {
      assert.match(code, /^[a-z]+(-[a-z0-9]+)*$/);
      assert.ok(path.every((key) => typeof key === "string" || Number.isInteger(key)));
      assert.doesNotMatch(message, /[.\n]$|undefined|\[object|NaN is not NaN/);
      if (help !== undefined) assert.match(help, /^[A-Z].*[.?]$/s);
      assert.ok(severity === "error" || severity === "warning");
    }
  });
});
