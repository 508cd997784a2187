/** The guide's own expectations of its configs. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ChartConfigInput, mkChart, resourcesOf } from "../../src/index.js";
import {
  environment,
  guideConfigs,
  large,
  logging,
  metrics,
  networkPolicy,
  overlay,
  secrets,
} from "./guide-configs.js";
import { at, mainContainer, podTemplate, resource } from "./reading.js";

const codes = (config: ChartConfigInput) => mkChart(config).warnings.map(({ code }) => code);

describe("the guide", () => {
  it("has an overlay that nothing is suspicious in", () => {
    assert.deepEqual(codes(overlay), []);
    assert.equal(at(resource(overlay, "deployment"), "spec.replicas"), 5);
    assert.equal(at(resource(overlay, "podDisruptionBudget"), "spec.minAvailable"), 3);
  });

  it("has environments of which only the one with a moving tag is suspicious", () => {
    assert.deepEqual(codes(environment("development", "latest", 1)), ["image-not-pinned"]);
    const config = environment("production", "v1.0.0", 5);
    assert.deepEqual(codes(config), []);
    for (const { metadata } of resourcesOf(mkChart(config))) {
      assert.equal(metadata.namespace, "production");
      assert.equal(at(metadata, "labels.managedBy"), "nix-helm-generator");
    }
  });

  it("lets DNS out to anywhere", () => {
    const egress = at(resource(networkPolicy, "networkPolicy"), "spec.egress.0") as object;
    assert.deepEqual(Object.keys(egress), ["ports"]);
    assert.deepEqual(at(resource(networkPolicy, "networkPolicy"), "spec.policyTypes"), ["Ingress", "Egress"]);
  });

  it("takes values from secrets", () => {
    const env = mainContainer(secrets).env as { name: string; valueFrom?: unknown }[];
    assert.deepEqual(env.find(({ name }) => name === "database")?.valueFrom, {
      secretKeyRef: { name: "db-secret", key: "password" },
    });
  });

  it("mounts its logging configuration", () => {
    assert.ok(
      (at(resource(logging, "configMap"), "data") as Record<string, string>)["logging.yaml"]?.startsWith("version: 1"),
    );
    assert.equal(at(mainContainer(logging), "volumeMounts.0.name"), "config");
  });

  it("names the ports of an application and its metrics", () => {
    assert.deepEqual(
      (at(resource(metrics, "service"), "spec.ports") as { name: string }[]).map(({ name }) => name),
      ["http", "metrics"],
    );
  });

  it("makes as many resources as are asked for", () => {
    const resources = resourcesOf(mkChart(large(10)));
    assert.equal(resources.length, 11);
    const selectors = resources.map((each) => at(each, "spec.selector.matchLabels.app"));
    assert.equal(new Set(selectors).size, 11);
    assert.equal(at(resource(large(10), "resource-3"), "spec.replicas"), 1);
    assert.equal(at(resource(large(10), "deployment"), "spec.replicas"), 10);
  });

  it("finds its required labels and resources everywhere", () => {
    for (const config of guideConfigs) {
      const deployment = resource(config, "deployment");
      assert.equal(at(deployment, "metadata.labels.app"), config.name);
      const requests = config.app?.production?.resources?.requests;
      assert.equal(at(podTemplate(deployment), "spec.containers.0.resources.requests.cpu"), requests?.cpu);
    }
  });
});
