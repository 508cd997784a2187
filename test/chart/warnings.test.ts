/** What is suspicious, but not wrong: each with a config that has it, and one next to it that has not. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checks, resourceChecks } from "../../src/chart/checks/all.js";
import { type ChartConfigInput, formatPath, validateConfig } from "../../src/index.js";
import { chartWith, fullConfig, kindConfigs } from "./sample.js";

function warningsOf(config: ChartConfigInput): string[] {
  const { issues } = validateConfig(config);
  assert.deepEqual(
    issues.filter(({ severity }) => severity === "error"),
    [],
  );
  return issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
}

type AppInput = NonNullable<ChartConfigInput["app"]>;
const pdb = (replicas: number | undefined, budget: NonNullable<NonNullable<AppInput["production"]>["pdb"]>) =>
  chartWith({ replicas, production: { pdb: budget } });

interface Case {
  readonly code: string;
  readonly path: string;
  readonly bad: readonly ChartConfigInput[];
  readonly good: readonly ChartConfigInput[];
}

const requests = { requests: { cpu: "100m", memory: "1Gi" } };

const cases: readonly Case[] = [
  {
    code: "service-without-ports",
    path: "app.serviceType",
    bad: [chartWith({ serviceType: "LoadBalancer" }), chartWith({ serviceType: "NodePort", ports: [] })],
    good: [
      chartWith({ serviceType: "LoadBalancer", ports: [80] }),
      chartWith({ serviceType: "ExternalName", service: { externalName: "db.example.com" } }),
    ],
  },
  {
    code: "service-without-ports",
    path: "app.service",
    bad: [chartWith({ service: { type: "LoadBalancer" } })],
    good: [chartWith({ service: { enabled: false } }), chartWith({ service: {}, ports: [80] })],
  },
  {
    code: "image-not-pinned",
    path: "app.image",
    bad: [
      chartWith({ image: "nginx" }),
      chartWith({ image: "localhost:5000/nginx" }),
      chartWith({ image: "nginx:latest" }),
      chartWith({ image: { repository: "nginx" } }),
    ],
    good: [
      chartWith({ image: "nginx:alpine" }),
      chartWith({ image: `nginx@sha256:${"0".repeat(64)}` }),
      chartWith({ image: { repository: "nginx", tag: "1" } }),
    ],
  },
  {
    code: "image-not-pinned",
    path: "app.sidecars.0.image",
    bad: [chartWith({ sidecars: [{ name: "a", image: "a" }] })],
    good: [chartWith({ sidecars: [{ name: "a", image: "a:1" }] })],
  },
  {
    code: "pdb-blocks-eviction",
    path: "app.production.pdb.minAvailable",
    bad: [
      pdb(3, { minAvailable: 3 }),
      pdb(3, { minAvailable: "100%" }),
      pdb(undefined, { minAvailable: 1 }),
      pdb(1, { minAvailable: "50%" }),
      pdb(2, { minAvailable: "51%" }),
    ],
    good: [
      pdb(5, { enabled: true, minAvailable: 3 }),
      pdb(2, { minAvailable: "50%" }),
      pdb(undefined, {}),
      pdb(1, { enabled: false, minAvailable: 1 }),
      chartWith({ kind: "DaemonSet", production: { pdb: { minAvailable: 1 } } }),
    ],
  },
  {
    code: "pdb-blocks-eviction",
    path: "app.production.pdb.maxUnavailable",
    bad: [pdb(3, { maxUnavailable: 0 }), pdb(3, { maxUnavailable: "0%" })],
    good: [pdb(3, { maxUnavailable: 1 }), pdb(1, { maxUnavailable: "1%" })],
  },
  {
    code: "pdb-blocks-eviction",
    path: "app.production.pdb.minAvailable",
    bad: [
      chartWith({ autoscaling: { maxReplicas: 9 }, production: { resources: requests, pdb: { minAvailable: 1 } } }),
    ],
    good: [
      chartWith({
        autoscaling: { minReplicas: 2, maxReplicas: 9 },
        production: { resources: requests, pdb: { minAvailable: 1 } },
      }),
    ],
  },
  {
    code: "replicas-ignored",
    path: "app.replicas",
    bad: [chartWith({ replicas: 2, autoscaling: { maxReplicas: 9 }, production: { resources: requests } })],
    good: [chartWith({ replicas: 2, autoscaling: { enabled: false, maxReplicas: 9 } })],
  },
  {
    code: "autoscaling-without-requests",
    path: "app.autoscaling",
    bad: [
      chartWith({ autoscaling: { maxReplicas: 9 } }),
      chartWith({
        autoscaling: { maxReplicas: 9, targetMemoryUtilizationPercentage: 80 },
        production: { resources: { requests: { cpu: 1 } } },
      }),
    ],
    good: [
      chartWith({ autoscaling: { maxReplicas: 9 }, production: { resources: { limits: { cpu: 1 } } } }),
      chartWith({ autoscaling: { maxReplicas: 9, metrics: [{ type: "External", external: {} }] } }),
    ],
  },
  {
    code: "app-label-fixed",
    path: "labels.app",
    bad: [chartWith({}, { labels: { app: "other" } })],
    good: [chartWith({}, { labels: { app: "web" } })],
  },
  {
    code: "policy-denies-all",
    path: "app.production.networkPolicy",
    bad: [chartWith({ production: { networkPolicy: { enabled: true } } })],
    good: [
      chartWith({ production: { networkPolicy: { ingress: [] } } }),
      chartWith({ production: { networkPolicy: { enabled: false } } }),
    ],
  },
  {
    code: "plain-text-secret",
    path: "app.secret.stringData",
    bad: [chartWith({ secret: { stringData: { PASSWORD: "x" } } })],
    good: [chartWith({ secret: { data: { PASSWORD: "eA==" } } })],
  },
  {
    code: "secret-key-unusable",
    path: 'app.secret.data."1.pem"',
    bad: [chartWith({ secret: { data: { "1.pem": "eA==" } } })],
    good: [chartWith({ secret: { data: { "1.pem": "eA==" }, mountPath: "/keys" } })],
  },
  {
    code: "memory-in-thousandths",
    path: "app.production.resources.requests.memory",
    bad: [chartWith({ production: { resources: { requests: { memory: "128m" } } } })],
    good: [chartWith({ production: { resources: { requests: { memory: "128Mi", cpu: "128m" } } } })],
  },
  {
    code: "pod-selected",
    path: "resources.0",
    bad: [chartWith({}, { resources: [{ apiVersion: "v1", kind: "Pod", metadata: { name: "debug" }, spec: {} }] })],
    good: [chartWith({}, { resources: [{ name: "debug" }] })],
  },
];

for (const { code, path, bad, good } of cases) {
  describe(`${code} at ${path}`, () => {
    for (const [index, config] of bad.entries()) {
      it(`warns of case ${index}`, () => assert.deepEqual(warningsOf(config), [`${code} ${path}`]));
    }
    for (const [index, config] of good.entries()) {
      it(`has nothing against case ${index}`, () => assert.deepEqual(warningsOf(config), []));
    }
  });
}

it("has nothing against configs that are right", () => {
  for (const config of [fullConfig, ...kindConfigs]) assert.deepEqual(warningsOf(config), []);
});

describe("a check", () => {
  const all = [...checks, ...resourceChecks];
  for (const { code, severity, why } of all) {
    it(`${code} says why, and has a case here when it warns`, () => {
      assert.match(why, /^[A-Z].*[^.]\.$/);
      if (severity === "warning") assert.ok(cases.some((each) => each.code === code));
    });
  }
});
