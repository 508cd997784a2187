/** What holds for every config, whatever is in it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type ChartConfigInput,
  ChartError,
  mkChart,
  partialIssues,
  type Resource,
  resourcesOf,
  validateConfig,
} from "../../src/index.js";
import { portNameProblem, subdomainProblem } from "../../src/kubernetes/names.js";
import { arbitraryConfig, corruptedConfig } from "./arbitrary-config.js";
import { at, podTemplate } from "./reading.js";

const workloads = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"]);

/** The chart of a random config, where it is right. */
function chartOf(config: unknown) {
  return validateConfig(config).config === undefined ? undefined : mkChart(config as ChartConfigInput);
}

function forCharts(check: (resources: readonly Resource[], name: string) => void): void {
  fc.assert(
    fc.property(arbitraryConfig, (config) => {
      const chart = chartOf(config);
      if (chart !== undefined) check(resourcesOf(chart), chart.chartMeta.name);
    }),
    { numRuns: 300 },
  );
}

function* valuesIn(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === "object" && value !== null) for (const item of Object.values(value)) yield* valuesIn(item);
}

describe("random configs", () => {
  it("are often right, so that the other properties say something", () => {
    const configs = fc.sample(arbitraryConfig, 200);
    const right = configs.filter((config) => validateConfig(config).config !== undefined).length;
    assert.ok(right > 20, `${right} of ${configs.length}`);
  });

  it("either have errors or become charts, and never anything else", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryConfig, corruptedConfig, fc.anything()), (config) => {
        partialIssues(config);
        const { config: valid, issues } = validateConfig(config);
        const wrong = issues.some(({ severity }) => severity === "error");
        assert.equal(valid === undefined, wrong);
        if (wrong) assert.throws(() => mkChart(config as ChartConfigInput), ChartError);
        else resourcesOf(mkChart(config as ChartConfigInput));
      }),
      { numRuns: 500 },
    );
  });

  it("have issues at places that exist, or whose parent does", () => {
    fc.assert(
      fc.property(corruptedConfig, (config) => {
        for (const { path } of validateConfig(config).issues) {
          const parent = path
            .slice(0, -1)
            .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], config);
          assert.ok(path.length === 0 || (typeof parent === "object" && parent !== null), path.join("."));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("every chart", () => {
  it("labels every resource with its name, and names it validly", () => {
    forCharts((resources, name) => {
      for (const { metadata } of resources) {
        assert.equal(at(metadata, "labels.app"), name);
        assert.equal(subdomainProblem(metadata.name), undefined);
      }
    });
  });

  it("has nothing undefined or null in it, and keys in order", () => {
    forCharts((resources) => {
      for (const resource of resources) {
        for (const value of valuesIn(resource)) assert.ok(value !== undefined && value !== null);
        assert.deepEqual(Object.keys(resource).slice(0, 3), ["apiVersion", "kind", "metadata"]);
      }
    });
  });

  it("is the same each time, and shares nothing with the last", () => {
    fc.assert(
      fc.property(arbitraryConfig, (config) => {
        const [one, other] = [chartOf(config), chartOf(structuredClone(config))];
        if (one === undefined || other === undefined) return;
        assert.equal(JSON.stringify(one.k8sResources), JSON.stringify(other.k8sResources));
        assert.equal(JSON.stringify(one.chartMeta), JSON.stringify(other.chartMeta));
      }),
    );
  });

  it("has selectors that choose the pods of one workload only", () => {
    forCharts((resources) => {
      const pods = resources
        .filter(({ kind }) => workloads.has(kind))
        .map((workload) => ({ workload, labels: at(podTemplate(workload), "metadata.labels") }));
      for (const { workload } of pods) {
        const selector = at(workload, "spec.selector.matchLabels") as Record<string, string> | undefined;
        if (selector === undefined) continue;
        assert.deepEqual(Object.keys(selector), ["app"]);
        const chosen = pods.filter(({ labels }) => at(labels, "app") === selector.app);
        assert.deepEqual(
          chosen.map(({ workload: { metadata } }) => metadata.name),
          [workload.metadata.name],
        );
      }
    });
  });

  it("has ports with names of their own", () => {
    forCharts((resources) => {
      for (const service of resources.filter(({ kind }) => kind === "Service")) {
        const names = ((at(service, "spec.ports") ?? []) as { name: string }[]).map(({ name }) => name);
        assert.equal(new Set(names).size, names.length);
        for (const name of names) assert.equal(portNameProblem(name), undefined);
      }
    });
  });

  it("has each resource once", () => {
    forCharts((resources) => {
      const identities = resources.map(({ kind, metadata: { name, namespace } }) => `${kind} ${namespace} ${name}`);
      assert.equal(new Set(identities).size, identities.length);
    });
  });
});
