/** What the fields of a config become. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mkChart, resourcesOf } from "../../src/index.js";
import { at, mainContainer, podTemplate, resource, rolesOf } from "./reading.js";
import { chartWith, fullConfig, kindConfigs } from "./sample.js";

describe("the smallest chart", () => {
  const chart = mkChart({ name: "web", version: "1.0.0", app: { image: "nginx:1.27" } });

  it("is a Deployment and nothing else, with nothing in it that was not asked for", () => {
    const labels = {
      app: "web",
      "app.kubernetes.io/managed-by": "nix-helm-generator",
      "app.kubernetes.io/name": "web",
      "app.kubernetes.io/version": "1.0.0",
    };
    assert.deepEqual(chart.k8sResources, {
      deployment: {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "web", labels },
        spec: {
          selector: { matchLabels: { app: "web" } },
          template: {
            metadata: { labels: { app: "web", "app.kubernetes.io/name": "web" } },
            spec: { containers: [{ name: "web", image: "nginx:1.27" }] },
          },
        },
      },
    });
    assert.deepEqual(chart.chartMeta, { apiVersion: "v2", name: "web", version: "1.0.0" });
    assert.equal(chart.productionResources, chart.k8sResources);
    assert.deepEqual(chart.warnings, []);
  });

  it("can do without an app", () => {
    assert.deepEqual(rolesOf({ name: "web", version: "1.0.0" }), []);
  });
});

describe("labels", () => {
  it("keep app, hold the user's, and have valid values", () => {
    const chart = mkChart(
      chartWith(
        { ports: [80] },
        { version: "1.0.0+a.b", labels: { app: "other", team: "x", "app.kubernetes.io/name": "mine" } },
      ),
    );
    for (const { metadata } of resourcesOf(chart)) {
      assert.deepEqual(metadata.labels, {
        app: "web",
        "app.kubernetes.io/managed-by": "nix-helm-generator",
        "app.kubernetes.io/name": "mine",
        "app.kubernetes.io/version": "1.0.0_a.b",
        team: "x",
      });
    }
  });

  it("of the user's are on pods, but not in selectors", () => {
    const chart = mkChart(
      chartWith({ ports: [80], production: { pdb: {}, networkPolicy: { ingress: [] } } }, { labels: { team: "x" } }),
    );
    assert.equal(at(podTemplate(resource(chart, "deployment")), "metadata.labels.team"), "x");
    assert.deepEqual(at(resource(chart, "deployment"), "spec.selector"), { matchLabels: { app: "web" } });
    assert.deepEqual(at(resource(chart, "service"), "spec.selector"), { app: "web" });
    assert.deepEqual(at(resource(chart, "podDisruptionBudget"), "spec.selector"), { matchLabels: { app: "web" } });
    assert.deepEqual(at(resource(chart, "networkPolicy"), "spec.podSelector"), { matchLabels: { app: "web" } });
  });
});

describe("ports", () => {
  const named = (...ports: Parameters<typeof chartWith>[0]["ports"] & object) =>
    (at(resource(chartWith({ ports }), "service"), "spec.ports") as { name: string }[]).map(({ name }) => name);

  it("have the usual names, each once", () => {
    assert.deepEqual(named(80), ["http"]);
    assert.deepEqual(named(8080, 9090), ["http", "metrics"]);
    assert.deepEqual(named(443, 8443), ["https", "port-8443"]);
    assert.deepEqual(named(80, 8080, 3000), ["http", "port-8080", "port-3000"]);
    assert.deepEqual(named({ port: 53, protocol: "UDP" }, 53), ["port-53", "tcp-53"]);
    assert.deepEqual(named(53, { port: 53, protocol: "UDP" }, { port: 53, protocol: "SCTP" }), [
      "port-53",
      "udp-53",
      "sctp-53",
    ]);
    assert.deepEqual(named(80, { port: 3000, name: "http" }), ["port-80", "http"]);
    assert.deepEqual(
      named({ port: 81, name: "port-80" }, { port: 82, name: "http" }, { port: 83, name: "tcp-80" }, 80),
      ["port-80", "http", "tcp-80", "p80-2"],
    );
  });

  it("lead to targetPort", () => {
    const config = chartWith({
      ports: [
        { port: 80, targetPort: 8080 },
        { port: 443, targetPort: 8080 },
        { port: 9000, targetPort: "side" },
      ],
    });
    assert.deepEqual(mainContainer(config).ports, [{ name: "http", containerPort: 8080, protocol: "TCP" }]);
    assert.deepEqual(at(resource(config, "service"), "spec.ports"), [
      { name: "http", port: 80, targetPort: 8080, protocol: "TCP" },
      { name: "https", port: 443, targetPort: 8080, protocol: "TCP" },
      { name: "port-9000", port: 9000, targetPort: "side", protocol: "TCP" },
    ]);
  });

  it("make a Service, unless there are none or it is not wanted", () => {
    assert.deepEqual(rolesOf(chartWith({})), ["deployment"]);
    assert.deepEqual(rolesOf(chartWith({ ports: [] })), ["deployment"]);
    assert.deepEqual(rolesOf(chartWith({ ports: [80], service: { enabled: false } })), ["deployment"]);
    assert.ok(!("ports" in mainContainer(chartWith({ ports: [] }))));
  });
});

describe("a Service", () => {
  it("has a type only when asked for", () => {
    const spec = (app: Parameters<typeof chartWith>[0]) =>
      at(resource(chartWith({ ports: [80], ...app }), "service"), "spec") as Record<string, unknown>;
    assert.ok(!("type" in spec({})));
    assert.equal(spec({ serviceType: "NodePort" }).type, "NodePort");
    assert.equal(spec({ service: { type: "LoadBalancer" } }).type, "LoadBalancer");
    assert.equal(spec({ service: { headless: true } }).clusterIP, "None");
    const external = spec({ serviceType: "ExternalName", service: { externalName: "db.example.com" } });
    assert.deepEqual([external.externalName, external.selector], ["db.example.com", undefined]);
  });
});

describe("env", () => {
  const env = (value: Parameters<typeof chartWith>[0]["env"]) => mainContainer(chartWith({ env: value })).env;

  it("has text for numbers and booleans", () => {
    assert.deepEqual(env({ A: 1, B: true, C: 0.5, D: "x", E: 2n ** 62n, F: "" }), [
      { name: "A", value: "1" },
      { name: "B", value: "true" },
      { name: "C", value: "0.5" },
      { name: "D", value: "x" },
      { name: "E", value: "4611686018427387904" },
      { name: "F", value: "" },
    ]);
  });

  it("is in order of names, whatever order it was written in, but a list keeps its own", () => {
    assert.deepEqual(env({ B: "1", A: "2" }), env({ A: "2", B: "1" }));
    assert.deepEqual(env([{ name: "B", value: 1 }, { name: "A" }]), [{ name: "B", value: "1" }, { name: "A" }]);
  });

  it("puts what others refer to first, as Kubernetes needs it", () => {
    const order = (value: Record<string, string>) =>
      (env(value) as { name: string }[]).map(({ name }) => name).join("");
    assert.equal(order({ A: "$(Z)/$(Y)", Y: "1", Z: "$(Y)" }), "YZA");
    assert.equal(order({ A: "$$(Z)", Z: "1" }), "AZ");
    assert.equal(order({ A: "$$$(Z)", Z: "1" }), "ZA");
    assert.equal(order({ A: "$(B)", B: "$(A)", C: "$(C)" }).length, 3);
    assert.equal(order({ A: "$(NONE)" }), "A");
  });

  it("may be a chain of ten thousand references", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `V${String(i).padStart(5, "0")}`);
    const chain = Object.fromEntries(names.map((name, i) => [name, `$(${names[i + 1] ?? "END"})`]));
    assert.equal((env(chain) as { name: string }[])[0]?.name, "V09999");
  });

  it("keeps where values come from", () => {
    const valueFrom = { secretKeyRef: { name: "db", key: "password" } };
    assert.deepEqual(env({ P: { valueFrom } }), [{ name: "P", valueFrom }]);
    assert.deepEqual(env([{ name: "P", valueFrom }]), [{ name: "P", valueFrom }]);
    assert.equal(env({}), undefined);
  });
});

describe("configData", () => {
  const config = (text: string, path?: string) =>
    chartWith({ configData: { "b.conf": text, "a.conf": "" }, configMountPath: path });
  const checksum = (text: string) =>
    at(podTemplate(resource(config(text), "deployment")), "metadata.annotations.checksum/config");

  it("is a ConfigMap that the container sees", () => {
    assert.deepEqual(at(resource(config("x"), "configMap"), "data"), { "a.conf": "", "b.conf": "x" });
    assert.deepEqual(at(resource(config("x"), "configMap"), "metadata.name"), "web-config");
    assert.deepEqual(mainContainer(config("x")).volumeMounts, [
      { name: "config", mountPath: "/etc/config", readOnly: true },
    ]);
    assert.deepEqual(mainContainer(config("x", "/srv")).volumeMounts, [
      { name: "config", mountPath: "/srv", readOnly: true },
    ]);
    const volumes = at(podTemplate(resource(config("x"), "deployment")), "spec.volumes");
    assert.deepEqual(volumes, [{ name: "config", configMap: { name: "web-config" } }]);
  });

  it("restarts the pods when it changes", () => {
    assert.match(checksum("x") as string, /^[0-9a-f]{64}$/);
    assert.notEqual(checksum("x"), checksum("y"));
    assert.equal(checksum("x"), checksum("x"));
  });

  it("is nothing when it is empty", () => assert.deepEqual(rolesOf(chartWith({ configData: {} })), ["deployment"]));
});

describe("secret", () => {
  it("is in base64, and in the environment", () => {
    const config = chartWith({ secret: { stringData: { A: "pässword" }, data: { B: "AAEC" } } });
    assert.deepEqual(at(resource(config, "secret"), "data"), {
      A: Buffer.from("pässword").toString("base64"),
      B: "AAEC",
    });
    assert.deepEqual(mainContainer(config).envFrom, [{ secretRef: { name: "web-secret" } }]);
    assert.ok(at(podTemplate(resource(config, "deployment")), "metadata.annotations.checksum/secret"));
  });

  it("is a folder where it has a mountPath", () => {
    const config = chartWith({ secret: { data: { A: "" }, mountPath: "/keys" } });
    assert.equal(mainContainer(config).envFrom, undefined);
    assert.deepEqual(mainContainer(config).volumeMounts, [{ name: "secret", mountPath: "/keys", readOnly: true }]);
  });
});

describe("persistence", () => {
  it("is a claim that the pod mounts", () => {
    const config = chartWith({ persistence: { size: 1024, mountPath: "/data", storageClass: "fast" } });
    assert.deepEqual(at(resource(config, "persistentVolumeClaim"), "spec"), {
      accessModes: ["ReadWriteOnce"],
      storageClassName: "fast",
      resources: { requests: { storage: "1024" } },
    });
    const spec = podTemplate(resource(config, "deployment")).spec;
    assert.deepEqual(at(spec, "volumes.0"), { name: "data", persistentVolumeClaim: { claimName: "web-data" } });
    assert.deepEqual(at(spec, "containers.0.volumeMounts.0"), { name: "data", mountPath: "/data" });
  });

  it("is a template in a StatefulSet", () => {
    const config = chartWith({ kind: "StatefulSet", persistence: { size: "1Gi", mountPath: "/data" } });
    assert.deepEqual(rolesOf(config), ["statefulSet", "headlessService"]);
    const set = resource(config, "statefulSet");
    assert.equal(at(set, "spec.volumeClaimTemplates.0.metadata.name"), "data");
    assert.equal(at(set, "spec.template.spec.volumes"), undefined);
    assert.equal(at(set, "spec.serviceName"), resource(config, "headlessService").metadata.name);
  });

  it("may be several, or exist already, or be off", () => {
    const claim = { size: "1Gi", mountPath: "/a", name: "a" };
    assert.deepEqual(rolesOf(chartWith({ persistence: [claim, { ...claim, name: "b", mountPath: "/b" }] })), [
      "persistentVolumeClaim-a",
      "persistentVolumeClaim-b",
      "deployment",
    ]);
    assert.deepEqual(rolesOf(chartWith({ persistence: { existingClaim: "x", mountPath: "/a" } })), ["deployment"]);
    assert.deepEqual(rolesOf(chartWith({ persistence: { ...claim, enabled: false } })), ["deployment"]);
  });
});

describe("ingress", () => {
  const spec = (ingress: Parameters<typeof chartWith>[0]["ingress"]) =>
    at(resource(chartWith({ ports: [80, 9090], ingress }), "ingress"), "spec");
  const backend = (number: number) => ({ service: { name: "web", port: { number } } });
  const root = { path: "/", pathType: "Prefix", backend: backend(80) };

  it("may be a host, several, or none", () => {
    assert.deepEqual(spec({ host: "a.b" }), { rules: [{ host: "a.b", http: { paths: [root] } }] });
    assert.deepEqual(spec({ hosts: ["a.b", "*.c.d"] }), {
      rules: ["a.b", "*.c.d"].map((host) => ({ host, http: { paths: [root] } })),
    });
    assert.deepEqual(spec({}), { rules: [{ http: { paths: [root] } }] });
    assert.deepEqual(spec({ hosts: [] }), spec({}));
  });

  it("has paths with ports by number or name, and other services", () => {
    const paths = [
      { path: "/m", port: "metrics", pathType: "Exact" as const },
      "/x",
      { path: "/y", service: "other", port: "http" },
    ];
    assert.deepEqual(spec({ hosts: [{ host: "a.b", paths }] }), {
      rules: [
        {
          host: "a.b",
          http: {
            paths: [
              { path: "/m", pathType: "Exact", backend: backend(9090) },
              { ...root, path: "/x" },
              { path: "/y", pathType: "Prefix", backend: { service: { name: "other", port: { name: "http" } } } },
            ],
          },
        },
      ],
    });
  });

  it("has TLS in three forms", () => {
    assert.deepEqual(at(spec({ host: "a.b", tls: true }), "tls"), [{ hosts: ["a.b"], secretName: "web-tls" }]);
    assert.deepEqual(at(spec({ host: "a.b", tls: { secretName: "x" } }), "tls"), [{ hosts: ["a.b"], secretName: "x" }]);
    assert.deepEqual(at(spec({ host: "a.b", tls: [{ hosts: ["c.d"] }] }), "tls"), [{ hosts: ["c.d"] }]);
    assert.equal(at(spec({ host: "a.b", tls: false }), "tls"), undefined);
    assert.deepEqual(at(spec({ tls: true }), "tls"), [{ secretName: "web-tls" }]);
  });

  it("can be switched off", () => {
    assert.deepEqual(rolesOf(chartWith({ ports: [80], ingress: { enabled: false } })), ["deployment", "service"]);
  });
});

describe("networkPolicy", () => {
  type Policy = NonNullable<NonNullable<Parameters<typeof chartWith>[0]["production"]>["networkPolicy"]>;
  const spec = (networkPolicy: Policy) =>
    at(resource(chartWith({ production: { networkPolicy } }), "networkPolicy"), "spec");
  const podSelector = { matchLabels: { app: "web" } };

  it("restricts what is given", () => {
    const dns = { ports: [{ port: 53, protocol: "UDP" as const }] };
    assert.deepEqual(spec({ egress: [{ to: [], ...dns }] }), { podSelector, policyTypes: ["Egress"], egress: [dns] });
    assert.deepEqual(spec({ ingress: [{ from: [{ podSelector: {} }] }] }), {
      podSelector,
      policyTypes: ["Ingress"],
      ingress: [{ from: [{ podSelector: {} }] }],
    });
    assert.deepEqual(spec({ ingress: [], egress: [] }), { podSelector, policyTypes: ["Ingress", "Egress"] });
    assert.deepEqual(spec({ ingress: [{}] }), { podSelector, policyTypes: ["Ingress"], ingress: [{}] });
    assert.deepEqual(spec({}), { podSelector, policyTypes: ["Ingress"] });
    assert.deepEqual(spec({ policyTypes: ["Egress"] }), { podSelector, policyTypes: ["Egress"] });
  });

  it("holds for patterned workloads too", () => {
    const config = chartWith({ production: { networkPolicy: { ingress: [] } } }, { resources: [{ name: "worker" }] });
    assert.deepEqual(at(resource(config, "networkPolicy"), "spec.podSelector"), {
      matchExpressions: [{ key: "app", operator: "In", values: ["web", "worker"] }],
    });
  });
});

describe("production", () => {
  it("is all in its places", () => {
    const container = mainContainer(fullConfig);
    const production = fullConfig.app?.production;
    assert.deepEqual(container.resources, {
      requests: { cpu: "200m", memory: "256Mi" },
      limits: { cpu: "1", memory: "1Gi" },
    });
    assert.deepEqual(container.securityContext, production?.securityContext?.container);
    assert.deepEqual(container.readinessProbe, production?.healthChecks?.readinessProbe);
    const template = podTemplate(resource(fullConfig, "deployment"));
    assert.deepEqual(at(template, "spec.securityContext"), production?.securityContext?.pod);
    assert.equal(
      at(template, "metadata.annotations.prometheus.io/scrape".replace("prometheus.io/scrape", "")),
      undefined,
    );
    assert.equal((at(template, "metadata.annotations") as Record<string, string>)["prometheus.io/scrape"], "true");
  });

  it("leaves out what is empty", () => {
    const container = mainContainer(
      chartWith({
        production: { resources: {}, securityContext: { pod: {}, container: {} }, healthChecks: {}, annotations: {} },
      }),
    );
    assert.deepEqual(Object.keys(container), ["name", "image"]);
    assert.deepEqual(
      Object.keys(
        podTemplate(resource(chartWith({ production: { annotations: {} } }), "deployment")).metadata as object,
      ),
      ["labels"],
    );
  });

  it("has a budget that lets one pod go unless it says otherwise", () => {
    const spec = (pdb: object) =>
      at(resource(chartWith({ replicas: 3, production: { pdb } }), "podDisruptionBudget"), "spec") as Record<
        string,
        unknown
      >;
    const selector = { matchLabels: { app: "web" } };
    assert.deepEqual(spec({}), { maxUnavailable: 1, selector });
    assert.deepEqual(spec({ minAvailable: "50%" }), { minAvailable: "50%", selector });
    assert.deepEqual(rolesOf(chartWith({ production: { pdb: { enabled: false } } })), ["deployment"]);
  });
});

describe("autoscaling", () => {
  it("takes over the number of pods", () => {
    const config = chartWith({ replicas: 2, autoscaling: { minReplicas: 2, maxReplicas: 9 } });
    assert.equal(at(resource(config, "deployment"), "spec.replicas"), undefined);
    assert.deepEqual(at(resource(config, "horizontalPodAutoscaler"), "spec"), {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
      minReplicas: 2,
      maxReplicas: 9,
      metrics: [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } } },
      ],
    });
  });
});

describe("rbac and serviceAccount", () => {
  it("make an account, roles and bindings", () => {
    const config = chartWith({ rbac: { rules: [{ resources: ["pods"], verbs: ["get"] }] } });
    assert.deepEqual(rolesOf(config), ["serviceAccount", "role", "roleBinding", "deployment"]);
    assert.deepEqual(at(resource(config, "role"), "rules"), [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }]);
    assert.equal(at(podTemplate(resource(config, "deployment")), "spec.serviceAccountName"), "web");
    assert.deepEqual(at(resource(config, "roleBinding"), "subjects"), [{ kind: "ServiceAccount", name: "web" }]);
  });

  it("name accounts that exist, and those of the cluster by namespace", () => {
    assert.deepEqual(rolesOf(chartWith({ serviceAccount: "other" })), ["deployment"]);
    assert.deepEqual(rolesOf(chartWith({ serviceAccount: { create: false, name: "other" } })), ["deployment"]);
    assert.deepEqual(rolesOf(chartWith({ serviceAccount: true })), ["serviceAccount", "deployment"]);
    const config = chartWith(
      { rbac: { clusterRules: [{ resources: ["nodes"], verbs: ["list"] }] } },
      { namespace: "shop" },
    );
    const role = resource(config, "clusterRole");
    assert.deepEqual([role.metadata.name, role.metadata.namespace], ["shop-web", undefined]);
    assert.deepEqual(at(resource(config, "clusterRoleBinding"), "subjects.0.namespace"), "shop");
  });
});

describe("kinds of workload", () => {
  const roles = ["deployment", "statefulSet", "daemonSet", "job", "cronJob"];
  for (const [index, role] of roles.entries()) {
    it(`${role} has the same pod`, () => {
      const config = kindConfigs[index] as (typeof kindConfigs)[number];
      const template = podTemplate(resource(config, role));
      assert.equal(at(template, "spec.containers.0.image"), "nginx:1.27");
      assert.equal(at(template, "metadata.labels.app"), "web");
    });
  }

  it("a Job's sidecars end with it", () => {
    const spec = podTemplate(resource(kindConfigs[3] as never, "job")).spec;
    assert.deepEqual(at(spec, "initContainers"), [{ name: "proxy", image: "proxy:1", restartPolicy: "Always" }]);
    assert.equal((at(spec, "containers") as unknown[]).length, 1);
    assert.equal(at(spec, "restartPolicy"), "OnFailure");
  });
});

describe("raw fields", () => {
  it("are merged over what is generated", () => {
    const config = chartWith({
      env: { A: "1" },
      container: { tty: true, env: [{ name: "B", value: "2" }] },
      pod: { hostNetwork: true, containers: [{ name: "web", stdin: true }, { name: "more" }] },
    });
    const { spec } = podTemplate(resource(config, "deployment"));
    assert.equal(at(spec, "hostNetwork"), true);
    assert.deepEqual(at(spec, "containers"), [
      {
        name: "web",
        image: "nginx:1.27",
        env: [
          { name: "A", value: "1" },
          { name: "B", value: "2" },
        ],
        tty: true,
        stdin: true,
      },
      { name: "more" },
    ]);
  });

  it("count their own pods when they spread", () => {
    const constraint = { topologyKey: "zone", maxSkew: 1, whenUnsatisfiable: "DoNotSchedule" as const };
    const spread = at(
      podTemplate(resource(chartWith({ topologySpreadConstraints: [constraint] }), "deployment")),
      "spec.topologySpreadConstraints.0.labelSelector",
    );
    assert.deepEqual(spread, { matchLabels: { app: "web" } });
  });
});

describe("resources", () => {
  const manifest = {
    kind: "ConfigMap",
    data: { a: "b" },
    apiVersion: "v1",
    metadata: { labels: { app: "x", tier: "y" }, name: "extra", finalizers: ["f"] },
  };

  it("pass manifests through, in order, with the chart's labels and namespace", () => {
    const chart = mkChart(chartWith({}, { resources: [manifest], labels: { team: "x" }, namespace: "shop" }));
    const extra = resource(chart, "extra");
    assert.deepEqual(Object.keys(extra), ["apiVersion", "kind", "metadata", "data"]);
    assert.deepEqual(
      [
        extra.metadata.namespace,
        extra.metadata.finalizers,
        at(extra, "metadata.labels.app"),
        at(extra, "metadata.labels.tier"),
        at(extra, "metadata.labels.team"),
      ],
      ["shop", ["f"], "web", "y", "x"],
    );
  });

  it("keep a manifest's own namespace, and give none to what has none", () => {
    const own = { ...manifest, metadata: { name: "a", namespace: "other" } };
    const role = {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: "b" },
      rules: [],
    };
    const chart = mkChart(chartWith({}, { resources: [own, role], namespace: "shop" }));
    assert.equal(resource(chart, "a").metadata.namespace, "other");
    assert.ok(!("namespace" in resource(chart, "b").metadata));
  });

  it("go by their name, or kind and name where that is taken", () => {
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "extra" } };
    const odd = { apiVersion: "v1", kind: "Secret", metadata: { name: "deployment" } };
    const third = { apiVersion: "v1", kind: "Service", metadata: { name: "extra", namespace: "other" } };
    assert.deepEqual(rolesOf(chartWith({}, { resources: [manifest, service, odd, third] })), [
      "deployment",
      "extra",
      "service-extra",
      "secret-deployment",
      "service-other-extra",
    ]);
  });

  it("without a kind are workloads patterned on the app", () => {
    const spec = {
      replicas: 7,
      selector: { matchLabels: { app: "web" }, matchExpressions: [] },
      template: {
        metadata: { labels: { app: "web", own: "x" } },
        spec: { containers: [{ name: "web", args: ["work"] }] },
      },
    };
    const chart = mkChart(
      chartWith(
        { ports: [80], replicas: 2, production: { pdb: {} } },
        { resources: [{ name: "worker", spec }, { name: "other" }] },
      ),
    );
    const worker = resource(chart, "worker");
    assert.equal(worker.kind, "Deployment");
    assert.equal(at(worker, "metadata.labels.app"), "web", "the resource is the chart's");
    assert.equal(at(worker, "spec.replicas"), 7);
    assert.deepEqual(at(worker, "spec.selector"), { matchLabels: { app: "worker" } }, "its pods are its own");
    assert.deepEqual(at(worker, "spec.template.metadata.labels"), {
      app: "worker",
      "app.kubernetes.io/component": "worker",
      "app.kubernetes.io/name": "web",
      own: "x",
    });
    assert.deepEqual(at(worker, "spec.template.spec.containers.0.args"), ["work"]);
    assert.equal(at(worker, "spec.template.spec.containers.0.image"), "nginx:1.27");
    assert.equal(at(resource(chart, "other"), "spec.replicas"), 2);
  });
});

describe("patches", () => {
  it("change the resources that they are for", () => {
    const chart = mkChart(
      chartWith(
        { ports: [80], replicas: 1 },
        {
          resources: [{ name: "worker" }],
          patches: [
            { target: { kind: "Deployment" }, patch: { spec: { replicas: null, revisionHistoryLimit: 2 } } },
            { patch: { kind: "Deployment", metadata: { name: "web", annotations: { a: "b" } } } },
            {
              target: { name: "web", kind: "Service" },
              patch: [{ op: "replace", path: "/spec/ports/0/name", value: "w" }],
            },
          ],
        },
      ),
    );
    assert.deepEqual(
      [
        at(resource(chart, "deployment"), "spec.replicas"),
        at(resource(chart, "deployment"), "spec.revisionHistoryLimit"),
      ],
      [undefined, 2],
    );
    assert.equal(at(resource(chart, "worker"), "spec.revisionHistoryLimit"), 2);
    assert.equal(at(resource(chart, "deployment"), "metadata.annotations.a"), "b");
    assert.equal(at(resource(chart, "worker"), "metadata.annotations"), undefined);
    assert.equal(at(resource(chart, "service"), "spec.ports.0.name"), "w");
  });

  it("do not change what a resource is", () => {
    const change = { apiVersion: "v2", kind: "Pod", metadata: { name: "other" } };
    const chart = mkChart(
      chartWith(
        { ports: [80] },
        {
          patches: [
            { target: {}, patch: change },
            { target: {}, patch: { metadata: null } },
          ],
        },
      ),
    );
    for (const [role, kind, apiVersion] of [
      ["deployment", "Deployment", "apps/v1"],
      ["service", "Service", "v1"],
    ] as const) {
      const { metadata, ...rest } = resource(chart, role);
      assert.deepEqual([metadata, rest.kind, rest.apiVersion], [{ name: "web" }, kind, apiVersion]);
    }
  });
});

describe("a chart", () => {
  it("is made of getters that compute once, in any order", () => {
    const { k8sResources } = mkChart(fullConfig);
    assert.equal(k8sResources.deployment, k8sResources.deployment);
    assert.deepEqual(mkChart(fullConfig).k8sResources, k8sResources);
  });

  it("puts what others need first", () => {
    const kinds = resourcesOf(
      mkChart({
        ...fullConfig,
        resources: [
          {
            apiVersion: "apiextensions.k8s.io/v1",
            kind: "CustomResourceDefinition",
            metadata: { name: "x.example.com" },
          },
          { apiVersion: "example.com/v1", kind: "X", metadata: { name: "x" } },
        ],
        patches: [],
      }),
    ).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(0, 2), ["Namespace", "CustomResourceDefinition"]);
    const before = (a: string, b: string) => assert.ok(kinds.indexOf(a) < kinds.indexOf(b), `${a} before ${b}`);
    before("ConfigMap", "Deployment");
    before("Secret", "Deployment");
    before("ServiceAccount", "RoleBinding");
    before("PersistentVolumeClaim", "Deployment");
    before("Service", "Ingress");
    before("CustomResourceDefinition", "X");
  });

  it("shares nothing with its config", () => {
    const emptyDir = { medium: "Memory" };
    const config = chartWith({ volumes: [{ name: "a", emptyDir }] });
    const chart = mkChart(config);
    const volume = at(podTemplate(resource(chart, "deployment")), "spec.volumes.0.emptyDir") as { medium: string };
    volume.medium = "changed";
    assert.equal(emptyDir.medium, "Memory");
    assert.equal(at(chart.config, "app.volumes.0.emptyDir.medium"), "Memory");
  });

  it("can be overridden", () => {
    const chart = mkChart(chartWith({ replicas: 1 })).override((config) => ({
      ...config,
      app: { image: "nginx:1.28", ...config.app, replicas: 4 },
    }));
    assert.equal(at(resource(chart, "deployment"), "spec.replicas"), 4);
    assert.throws(() => chart.override((config) => ({ ...config, name: "A" })), /not a valid name/);
    const again = mkChart(fullConfig).override((config) => config as never);
    assert.deepEqual(again.k8sResources, mkChart(fullConfig).k8sResources);
  });

  it("has a config without nulls and with defaults", () => {
    const { config } = mkChart(
      chartWith({ replicas: null, ports: [{ port: 80, name: null }], pod: { a: null, b: 1 } }),
    );
    assert.deepEqual(config, {
      name: "web",
      version: "1.0.0",
      app: {
        image: "nginx:1.27",
        kind: "Deployment",
        configMountPath: "/etc/config",
        ports: [{ port: 80, protocol: "TCP" }],
        pod: { b: 1 },
      },
    });
  });
});
