import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { editDistance, nearest } from "../../src/chart/config/schema/suggest.js";
import { partialIssues } from "../../src/index.js";

/** What is suggested for the field at a path. */
function helpFor(path: string): string | undefined {
  const config = path.split(".").reduceRight<unknown>((value, key) => ({ [key]: value }), "x");
  const [issue] = partialIssues(config);
  assert.equal(issue?.code, "unknown-field");
  return issue.help;
}

describe("the suggestion for", () => {
  const cases: [path: string, help: string | undefined][] = [
    ["app.replica", 'Did you mean "replicas"?'],
    ["app.relpicas", 'Did you mean "replicas"?'],
    ["app.Replicas", 'Did you mean "replicas"?'],
    ["app.imagee", 'Did you mean "image"?'],
    ["app.prot", 'Did you mean "ports"?'],
    ["app.production.healthCheck", 'Did you mean "healthChecks"?'],
    ["app.production.healthChecks.readiness", 'Did you mean "readinessProbe"?'],
    ["app.production.networkpolicy", 'Did you mean "networkPolicy"?'],
    ["nmae", 'Did you mean "name"?'],
    ["verion", 'Did you mean "version"?'],
    // The same name on another level
    ["app.resources", "Did you mean app.production.resources?"],
    ["app.healthChecks", "Did you mean app.production.healthChecks?"],
    ["app.pdb", "Did you mean app.production.pdb?"],
    ["app.securityContext", "Did you mean app.production.securityContext?"],
    ["app.networkPolicy", "Did you mean app.production.networkPolicy?"],
    ["app.livenessProbe", "Did you mean app.production.healthChecks.livenessProbe?"],
    ["app.production.livenessProbe", "Did you mean app.production.healthChecks.livenessProbe?"],
    ["app.limits", "Did you mean app.production.resources.limits?"],
    ["app.tag", "Did you mean app.image.tag?"],
    ["env", "Did you mean app.env?"],
    ["image", "Did you mean app.image?"],
    ["replicas", "Did you mean app.replicas?"],
    ["replica", "Did you mean app.replicas?"],
    ["app.namespace", "Did you mean namespace?"],
    ["app.version", "Did you mean version?"],
    ["app.production.replicas", "Did you mean app.replicas?"],
    // Other systems' names
    ["app.imagePullPolicy", "Did you mean app.image.pullPolicy?"],
    ["app.environment", 'Did you mean "env"?'],
    ["app.replicaCount", 'Did you mean "replicas"?'],
    ["app.hpa", 'Did you mean "autoscaling"?'],
    ["app.production.podAnnotations", 'Did you mean "annotations"?'],
    // Within an environment
    ["environments.prod.app.replica", 'Did you mean "replicas"?'],
    ["environments.prod.app.pdb", "Did you mean environments.prod.app.production.pdb?"],
    // Written in another way
    ["app.ingress.port", 'Write it with a path: paths = [ { path = "/"; port = 80; } ].'],
    ["environments.prod.app.ingress.port", 'Write it with a path: paths = [ { path = "/"; port = 80; } ].'],
    ["app.env.LOG_LEVEL.value", 'Write the value itself, for example LOG_LEVEL = "info".'],
    // Nothing
    ["app.app", undefined],
    ["app.frobnicate", undefined],
    ["zzz", undefined],
    ["app.constructor", undefined],
    ["app.toString", undefined],
    ["app.", undefined],
  ];
  for (const [path, help] of cases) it(`${path} is ${help}`, () => assert.equal(helpFor(path), help));
});

describe("editDistance", () => {
  it("counts letters added, dropped, changed and swapped", () => {
    const distances: [string, string, number][] = [
      ["", "", 0],
      ["a", "", 1],
      ["replica", "replicas", 1],
      ["prot", "port", 1],
      ["kitten", "sitting", 3],
      ["ab", "ba", 1],
    ];
    for (const [a, b, distance] of distances) assert.equal(editDistance(a, b, 10), distance, `${a} ${b}`);
  });

  it("is symmetric, and never more than the limit", () => {
    const word = fc.stringMatching(/^[a-d]{0,8}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 10 }), (a, b, limit) => {
        assert.equal(editDistance(a, b, limit), editDistance(b, a, limit));
        assert.ok(editDistance(a, b, limit) <= limit);
        assert.equal(editDistance(a, b, limit), Math.min(limit, editDistance(a, b, 100)));
      }),
    );
  });

  it("lets nearest choose nothing that shares too little", () => {
    assert.equal(nearest("x", ["app", "env"]), undefined);
    assert.equal(nearest("appp", ["app", "apply"]), "app");
  });
});
