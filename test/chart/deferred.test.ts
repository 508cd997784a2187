/** Values that have not been computed: they satisfy every check, and only matter where they are needed. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type ChartConfigInput,
  Deferred,
  DeferredError,
  mkChart,
  partialIssues,
  validateConfig,
} from "../../src/index.js";
import { at } from "./reading.js";
import { fullConfig } from "./sample.js";

const later = new Deferred("why");
const app = (fields: object) =>
  ({ name: "web", version: "1.0.0", app: { image: "nginx:1", ...fields } }) as unknown as ChartConfigInput;
const issues = (config: unknown) => validateConfig(config).issues.map(({ code }) => code);

describe("a deferred value", () => {
  it("satisfies whatever is wanted, at every place of a config", () => {
    const replaceEach = function* (value: unknown, path: string): Generator<[path: string, config: unknown]> {
      yield [path, later];
      if (typeof value !== "object" || value === null) return;
      for (const key of Object.keys(value)) {
        for (const [place, changed] of replaceEach(value[key as never], `${path}.${key}`)) {
          yield [place, Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }];
        }
      }
    };
    let count = 0;
    for (const [path, config] of replaceEach(fullConfig, "config")) {
      assert.deepEqual(issues(config), [], path);
      count++;
    }
    assert.ok(count > 200);
  });

  it("counts as present", () => {
    assert.deepEqual(issues({ name: later, version: later, app: { image: later } }), []);
    assert.deepEqual(issues(app({ production: { pdb: { minAvailable: later, maxUnavailable: 1 } } })), [
      "conflicting-fields",
    ]);
    assert.deepEqual(issues({ ...app({}), createNamespace: true, namespace: later }), []);
  });

  it("keeps nothing else from being checked", () => {
    assert.deepEqual(issues(app({ image: later, ports: [70000, later], replica: 1, env: later })), [
      "invalid-port",
      "unknown-field",
    ]);
  });

  it("is handed back when it is needed, with its reason", () => {
    const chart = mkChart(app({ image: later, ports: [80] }));
    assert.equal(chart.chartMeta.name, "web");
    assert.equal(at(chart.k8sResources.service, "spec.ports.0.port"), 80);
    const needs = (read: () => unknown) =>
      assert.throws(read, (error) => error instanceof DeferredError && error.deferred === later);
    needs(() => chart.k8sResources.deployment);
    needs(() => chart.k8sResources.deployment);
    needs(() => chart.config);
    assert.equal(mkChart({ ...app({}), description: later } as never).k8sResources.deployment?.kind, "Deployment");
  });

  it("in the list of resources only matters when they are wanted", () => {
    const chart = mkChart({ ...app({}), resources: later } as never);
    assert.equal(chart.chartMeta.version, "1.0.0");
    assert.throws(() => chart.k8sResources, DeferredError);
  });

  it("deep in what passes through is noticed too", () => {
    const chart = mkChart(app({ pod: { hostAliases: [{ ip: later }] } }));
    assert.throws(() => chart.k8sResources.deployment, DeferredError);
  });

  it("can be filled in by an override", () => {
    const chart = mkChart(app({ replicas: 2 })).override((config) => ({ ...config, description: "x" }));
    assert.equal(chart.config.description, "x");
  });
});

describe("a fragment", () => {
  it("may lack what a config needs, but not be wrong", () => {
    assert.deepEqual(partialIssues({}), []);
    assert.deepEqual(partialIssues({ app: { production: { pdb: {} } } }), []);
    assert.deepEqual(
      partialIssues({ app: { production: { healthChecks: { livenessProbe: { periodSeconds: 3 } } } } }),
      [],
    );
    assert.deepEqual(partialIssues(later), []);
    assert.deepEqual(partialIssues({ app: { replicas: later } }), []);
    assert.deepEqual(
      partialIssues({ app: { replica: 1, ports: [{}] } }).map(({ code }) => code),
      ["missing-field", "unknown-field"],
    );
  });
});
