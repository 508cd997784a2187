/** What real kubectl makes of the manifests. Typed decoding drops what the API does not know, so nothing may be lost. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compareQuantities, mkChart, type Resource, resourcesOf } from "../../src/index.js";
import { run } from "../support/run.js";
import { requireTool } from "../support/tools.js";
import { guideConfigs } from "./guide-configs.js";
import { fullConfig, kindConfigs } from "./sample.js";

const kubectl = requireTool("kubectl");
const configs = [fullConfig, ...kindConfigs, ...guideConfigs];
const resources = configs.flatMap((config) => resourcesOf(mkChart(config)));

function decode(args: readonly string[], input: readonly Resource[]): unknown[] {
  const documents = input.map((resource) => JSON.stringify(resource)).join("\n---\n");
  const { status, stdout, stderr } = run(kubectl.path, [...args, "--local", "-f", "-", "-o", "json"], {
    input: documents,
  });
  assert.equal(status, 0, stderr);
  return stdout
    .split(/(?<=^\})\n/m)
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text));
}

/** That all of `expected` is in `actual`, which may have more, and writes quantities in their shortest form. */
function assertWithin(expected: unknown, actual: unknown, path: string): void {
  if (typeof expected === "string" && /^limits|^requests/.test(path.split(".").at(-2) ?? "")) {
    assert.equal(compareQuantities(expected, String(actual)), 0, path);
  } else if (typeof expected !== "object" || expected === null) assert.equal(actual, expected, path);
  else
    for (const [key, value] of Object.entries(expected)) {
      assertWithin(value, (actual as Record<string, unknown> | undefined)?.[key], `${path}.${key}`);
    }
}

function assertAllWithin(expected: readonly Resource[], actual: readonly unknown[]): void {
  assert.equal(actual.length, expected.length);
  for (const [index, resource] of expected.entries()) {
    assertWithin(resource, actual[index], `${resource.kind}/${resource.metadata.name}`);
  }
}

describe("kubectl", { skip: kubectl.skip }, () => {
  it("reads every resource of every kind", () => {
    assertAllWithin(resources, decode(["label", "test=yes"], resources));
  });

  it("knows every field of every workload", () => {
    const kinds = new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"]);
    const workloads = resources.filter(({ kind }) => kinds.has(kind));
    assert.ok(workloads.length > kinds.size);
    assertAllWithin(workloads, decode(["set", "serviceaccount", "shop"], workloads.map(withAccount)));
  });

  it("knows every field of every Service and binding", () => {
    const services = resources.filter(({ kind }) => kind === "Service");
    const selected = decode(["set", "selector", "app=x"], services) as Resource[];
    assertAllWithin(services.map(withoutSelector), selected);
    const bindings = resources.filter(({ kind }) => kind.endsWith("RoleBinding"));
    assertAllWithin(bindings, decode(["set", "subject", "--serviceaccount=shop:more"], bindings));
  });
});

/** So that setting it changes nothing. */
function withAccount(workload: Resource): Resource {
  const text = JSON.stringify(workload).replace(/"serviceAccountName":"[^"]*"/, '"serviceAccountName":"shop"');
  return JSON.parse(text) as Resource;
}

function withoutSelector(service: Resource): Resource {
  const { selector: _, ...spec } = service.spec as Record<string, never>;
  return { ...service, spec };
}
