import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ChartError, formatPath, type MultiChartInput, mkMultiChart, resourcesOf } from "../../src/index.js";
import { at } from "./reading.js";

const image = (name: string) => ({ app: { image: `${name}:1`, ports: [80] } });
const group = (rest: Partial<MultiChartInput> = {}): MultiChartInput => ({
  name: "shop",
  version: "2.0.0",
  charts: { web: image("web"), api: image("api"), db: image("db") },
  ...rest,
});

const errorsIn = (input: unknown): string[] => {
  try {
    mkMultiChart(input as MultiChartInput);
  } catch (error) {
    if (error instanceof ChartError)
      return error.issues.map(({ code, path, message }) => `${code} ${formatPath(path)}: ${message}`);
    throw error;
  }
  return [];
};

const order = (input: MultiChartInput) => Object.keys(mkMultiChart(input).charts);

describe("mkMultiChart", () => {
  it("makes a chart of each, called by its key", () => {
    const { charts, chartMeta, k8sResources } = mkMultiChart(group());
    assert.deepEqual(
      Object.values(charts).map(({ chartMeta: { name, version } }) => `${name} ${version}`),
      ["api 2.0.0", "db 2.0.0", "web 2.0.0"],
    );
    assert.deepEqual(
      chartMeta.dependencies,
      ["api", "db", "web"].map((name) => ({ name, version: "2.0.0" })),
    );
    assert.deepEqual(Object.keys(k8sResources), [
      "api-deployment",
      "api-service",
      "db-deployment",
      "db-service",
      "web-deployment",
      "web-service",
    ]);
  });

  it("merges global under each chart", () => {
    const global = { namespace: "shop", labels: { team: "x", tier: "y" }, app: { replicas: 2, env: { A: "1" } } };
    const charts = {
      web: { ...image("web"), labels: { tier: "z" }, app: { image: "web:1", env: { B: "2" } } },
      api: { ...image("api"), namespace: null },
    };
    const chart = mkMultiChart(group({ global, charts }));
    const web = chart.k8sResources["web-deployment"];
    assert.deepEqual(
      [
        at(web, "metadata.namespace"),
        at(web, "metadata.labels.team"),
        at(web, "metadata.labels.tier"),
        at(web, "spec.replicas"),
      ],
      ["shop", "x", "z", 2],
    );
    assert.deepEqual(at(web, "spec.template.spec.containers.0.env"), [
      { name: "A", value: "1" },
      { name: "B", value: "2" },
    ]);
    assert.equal(at(chart.k8sResources["api-deployment"], "metadata.namespace"), undefined, "null takes it away");
  });

  it("has what is shared once, and one namespace", () => {
    const shared = [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, data: { a: "b" } }];
    const chart = mkMultiChart(group({ shared, global: { namespace: "shop", createNamespace: true } }));
    const kinds = resourcesOf(chart).map(({ kind }) => kind);
    assert.deepEqual(
      kinds.filter((kind) => kind === "ConfigMap" || kind === "Namespace"),
      ["Namespace", "ConfigMap"],
    );
    assert.deepEqual(
      [at(chart.k8sResources.settings, "metadata.labels.app"), at(chart.k8sResources.settings, "metadata.namespace")],
      ["shop", "shop"],
    );
  });

  it("puts what is needed first", () => {
    assert.deepEqual(order(group({ dependencies: { web: ["api"], api: ["db"] } })), ["db", "api", "web"]);
    assert.deepEqual(order(group({ dependencies: { api: ["web"] } })), ["web", "api", "db"]);
    assert.deepEqual(order(group({ dependencies: [{ name: "web" }, { name: "api", needs: ["db", "web"] }] })), [
      "db",
      "web",
      "api",
    ]);
    const deployments = resourcesOf(mkMultiChart(group({ dependencies: { web: ["db"] } }))).filter(
      ({ kind }) => kind === "Deployment",
    );
    assert.deepEqual(
      deployments.map(({ metadata }) => metadata.name),
      ["api", "db", "web"],
    );
  });

  it("orders a chain of thousands", () => {
    const names = Array.from({ length: 3000 }, (_, i) => `c${String(i).padStart(4, "0")}`);
    const charts = Object.fromEntries(names.map((name) => [name, {}]));
    const dependencies = Object.fromEntries(names.slice(1).map((name, i) => [names[i], [name]]));
    assert.equal(order(group({ charts, dependencies }))[0], names.at(-1));
  });

  it("respects conditions", () => {
    const off = (condition: boolean | string) => group({ dependencies: { web: [{ name: "db", condition }] } });
    assert.deepEqual(order(off(true)), ["api", "db", "web"]);
    assert.deepEqual(order(off(false)), ["api", "web"]);
    const charts = { ...group().charts, db: { ...image("db"), enabled: false } };
    assert.deepEqual(order(group({ charts })), ["api", "web"]);
    assert.deepEqual(order({ ...off("db.enabled"), charts }), ["api", "web"]);
    assert.deepEqual(order(off("db.enabled")), ["api", "db", "web"], "a path that leads nowhere changes nothing");
    assert.deepEqual(
      order(group({ dependencies: { web: [{ name: "db", condition: false }], api: ["db"] } })),
      ["db", "api", "web"],
      "who needs it decides",
    );
    assert.deepEqual(order(group({ dependencies: [{ name: "db", condition: false }] })), ["api", "web"]);
  });

  it("leaves Helm's own dependencies to Helm", () => {
    const redis = { name: "redis", version: "^1.0.0", repository: "https://charts.example.com" };
    assert.deepEqual(mkMultiChart(group({ dependencies: [redis] })).chartMeta.dependencies?.at(-1), redis);
  });

  it("names a circle", () => {
    const dependencies = { web: ["api"], api: ["db"], db: ["api"] };
    assert.deepEqual(errorsIn(group({ dependencies })), [
      "dependency-cycle dependencies: the charts need each other in a circle: api → db → api",
    ]);
    assert.match(errorsIn(group({ dependencies: { web: ["web"] } }))[0] ?? "", /web → web/);
    assert.deepEqual(
      errorsIn(group({ dependencies: { web: ["api"], api: [{ name: "web", condition: false }] } })),
      [],
      "a need that does not hold is none",
    );
  });

  it("reports everything in one go, where it is", () => {
    const input = {
      ...group({
        global: { app: { replica: 1 } } as never,
        charts: { web: { app: { image: "web:1", ports: [0] } }, api: { app: { image: "A" } } },
        dependencies: { web: ["database"] },
        shared: [{ kind: "Secret" }] as never,
      }),
      extra: 1,
    };
    assert.deepEqual(
      errorsIn(input)
        .map((text) => text.replace(/:.*/s, ""))
        .sort(),
      [
        "invalid-image charts.api.app.image",
        "invalid-port charts.web.app.ports.0",
        "missing-field shared.0.apiVersion",
        "missing-field shared.0.metadata",
        "unknown-chart dependencies.web.0",
        "unknown-field extra",
        "unknown-field global.app.replica",
      ],
    );
  });

  it("refuses the same resource in two charts", () => {
    const manifest = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "same" } };
    const charts = { web: { ...image("web"), resources: [manifest] }, api: { ...image("api"), resources: [manifest] } };
    assert.deepEqual(errorsIn(group({ charts })), [
      'duplicate-resource charts.web: the ConfigMap "same" is in api too',
    ]);
    const apart = { ...charts, api: { ...charts.api, namespace: "other" } };
    assert.deepEqual(errorsIn(group({ charts: apart })), []);
  });

  it("never fails in another way", () => {
    for (const input of [
      null,
      undefined,
      5,
      [],
      {},
      group({ charts: null as never }),
      group({ charts: { a: null as never } }),
      group({ global: 5 as never }),
      group({ charts: { "../x": {} } }),
    ]) {
      assert.ok(errorsIn(input).length > 0 || input !== null, JSON.stringify(input));
    }
  });

  it("can be overridden", () => {
    const chart = mkMultiChart(group()).override((input) => ({ ...input, version: "3.0.0" }));
    assert.equal(chart.charts.web?.chartMeta.version, "3.0.0");
  });
});
