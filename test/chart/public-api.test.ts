/** What `import … from "nix-helm-generator"` gives. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseAllDocuments } from "yaml";
import { type Chart, environmentsOf, mkChart, mkEnvironments, mkMultiChart, resourcesOf } from "../../src/index.js";
import { chartWith, fullConfig } from "./sample.js";

function manifests(chart: { readonly yamlOutput: string }): unknown[] {
  const documents = parseAllDocuments(chart.yamlOutput);
  return (documents as { toJS(): unknown }[]).map((document) => document.toJS());
}

describe("yamlOutput", () => {
  it("is all resources, in order, and no Chart.yaml", () => {
    const chart = mkChart(fullConfig);
    assert.deepEqual(manifests(chart), JSON.parse(JSON.stringify(resourcesOf(chart))));
    assert.equal(chart.yamlOutput, mkChart(fullConfig).yamlOutput);
  });

  it("is there however a chart is made", () => {
    const config = chartWith({}, { environments: { prod: {} } });
    const charts: Chart[] = [
      mkChart(config).override((same) => ({ ...same, description: "x" })),
      ...Object.values(environmentsOf(config)),
      ...Object.values(mkEnvironments({ base: config, environments: { a: { environments: null } } })),
      ...Object.values(mkMultiChart({ name: "g", version: "1.0.0", charts: { web: config } }).charts),
    ];
    for (const chart of charts) assert.equal(manifests(chart).length, 1);
    assert.equal(charts.length, 4);
  });

  it("of a group is that of its charts", () => {
    const group = mkMultiChart({
      name: "g",
      version: "1.0.0",
      charts: { web: { app: { image: "a:1" } }, api: { app: { image: "b:1" } } },
    });
    assert.equal(manifests(group).length, 2);
    assert.equal(
      manifests(group.override((input) => ({ ...input, charts: { web: input.charts.web ?? {} } }))).length,
      1,
    );
  });

  it("is made only when it is read", () => {
    const chart = mkChart(chartWith({}));
    assert.equal(typeof Object.getOwnPropertyDescriptor(chart, "yamlOutput")?.get, "function");
    assert.deepEqual(Object.keys(chart).sort(), [
      "chartMeta",
      "config",
      "k8sResources",
      "override",
      "productionResources",
      "warnings",
      "yamlOutput",
    ]);
  });
});
