import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parse, parseAllDocuments } from "yaml";
import { type Manifest, manifestFiles, manifestFormats, manifestText } from "../../src/output/manifests.js";
import { hostileString } from "../support/hostile-strings.js";

function resource(kind: string, name: string, namespace?: string, apiVersion = "v1"): Manifest {
  return { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } };
}

/** Without the rank, which is the business of `src/kubernetes`. */
function namesOf(...resources: Manifest[]): string[] {
  return [...manifestFiles(resources, "manifests").keys()].map((name) => name.replace(/^\d\d-/, ""));
}

const web = [
  resource("Ingress", "web", undefined, "networking.k8s.io/v1"),
  resource("Deployment", "web", undefined, "apps/v1"),
  resource("Service", "web"),
  resource("ServiceMonitor", "web", undefined, "monitoring.coreos.com/v1"),
  resource("ConfigMap", "web-config"),
  resource("CustomResourceDefinition", "monitors.example.com", undefined, "apiextensions.k8s.io/v1"),
  resource("ValidatingWebhookConfiguration", "web", undefined, "admissionregistration.k8s.io/v1"),
  resource("Namespace", "shop"),
];

describe("manifest files", () => {
  it("are one per resource, and alphabetical order is apply order", () => {
    const files = manifestFiles(web, "manifests");
    assert.deepEqual([...files.keys()], [...files.keys()].sort());
    assert.deepEqual(
      [...files.values()].map((text) => parse(text).kind),
      [
        ...["Namespace", "CustomResourceDefinition", "ConfigMap", "Service", "Deployment", "Ingress"],
        ...["ServiceMonitor", "ValidatingWebhookConfiguration"],
      ],
    );
    assert.deepEqual([...files.keys()][0], "00-namespace-shop.yaml");
  });

  it("hold the resource and nothing else", () => {
    const service = { ...resource("Service", "web"), spec: { ports: [{ port: 80 }], type: undefined } };
    const [text] = [...manifestFiles([service], "manifests").values()];
    assert.equal(text, "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n");
  });

  it("do not change their names when another resource joins", () => {
    const before = [...manifestFiles(web, "manifests").keys()];
    const after = [...manifestFiles([resource("Secret", "new"), ...web], "manifests").keys()];
    assert.deepEqual(
      after.filter((name) => !name.includes("secret")),
      before,
    );
  });

  it("have safe names", () => {
    assert.deepEqual(namesOf(resource("ClusterRole", "system:foo")), ["clusterrole-system-foo.yaml"]);
    assert.deepEqual(namesOf(resource("ConfigMap", "../../x")), ["configmap-x.yaml"]);
    assert.deepEqual(namesOf(resource("../Evil\\Kind", "/etc/passwd\0")), ["evil-kind-etc-passwd.yaml"]);
    assert.deepEqual(namesOf(resource("Secret", "")), ["secret-unnamed.yaml"]);
    assert.deepEqual(namesOf(resource("Secret", "ünï.çode..x.")), ["secret-n-ode-x.yaml"]);
    assert.deepEqual(namesOf(resource("Secret", "x".repeat(5000))), [`secret-${"x".repeat(75)}.yaml`]);
    assert.deepEqual(namesOf({ apiVersion: "batch/v1", kind: "Job", metadata: { generateName: "run-" } }), [
      "job-run.yaml",
    ]);
  });

  it("tell apart what differs in namespace, case, group or not at all", () => {
    assert.deepEqual(namesOf(resource("Secret", "a", "x"), resource("Secret", "a", "y")), [
      "secret-a.x.yaml",
      "secret-a.y.yaml",
    ]);
    for (const [one, other] of [
      [resource("Role", "a:b"), resource("Role", "a-b")],
      [resource("Role", "A"), resource("Role", "a")],
      [resource("Thing", "a", undefined, "a.example/v1"), resource("Thing", "a", undefined, "b.example/v1")],
      [resource("Role", "a"), resource("Role", "a")],
      [resource("Role", "a", "x:y"), resource("Role", "a", "x-y")],
    ] as const) {
      const names = namesOf(one, other);
      assert.equal(new Set(names).size, 2, names.join(" "));
      assert.deepEqual(namesOf(other, one).sort(), [...names].sort(), "order does not matter");
    }
  });

  it("have unique names that stay in the folder, whatever resources are called", () => {
    const name = fc.oneof(hostileString, fc.constantFrom("a", "A", "a.x", "a-x", "a:x"));
    const any = fc.record({
      apiVersion: fc.constantFrom("v1", "example.com/v1"),
      kind: fc.oneof(fc.constantFrom("Secret", "SECRET", "Role"), hostileString),
      metadata: fc.record({ name, namespace: name }, { requiredKeys: [] }),
    }) as fc.Arbitrary<Manifest>;
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (resources) => {
        const names = [...manifestFiles(resources, "manifests").keys()];
        assert.equal(names.length, resources.length);
        for (const file of names) {
          assert.match(file, /^\d\d-[a-z0-9]([a-z0-9]|[-.](?![-.]))*\.yaml$/);
          assert.ok(file.length <= 255);
        }
        assert.equal(new Set(names.map((file) => file.toLowerCase())).size, names.length);
      }),
    );
  });
});

describe("formats", () => {
  it("are these", () => {
    assert.deepEqual(manifestFormats, ["manifests", "yaml", "json"]);
  });

  it("yaml is all documents in one file, in apply order", () => {
    const files = manifestFiles(web, "yaml");
    assert.deepEqual([...files.keys()], ["manifests.yaml"]);
    const text = files.get("manifests.yaml") ?? "";
    assert.equal(text, manifestText(web));
    const documents = parseAllDocuments(text);
    assert.ok(Array.isArray(documents));
    assert.equal(documents.length, web.length);
    assert.equal(documents[0]?.get("kind"), "Namespace");
  });

  it("json is a List, with large integers exact", () => {
    const big = { ...resource("Big", "a"), spec: { n: 9007199254740993n, f: 0.5, x: undefined, e: [], o: {} } };
    const files = manifestFiles([big], "json");
    assert.deepEqual([...files.keys()], ["manifests.json"]);
    const text = files.get("manifests.json") ?? "";
    assert.match(text, /"n": 9007199254740993,/);
    assert.deepEqual(JSON.parse(text).items[0].spec, { n: 9007199254740992, f: 0.5, e: [], o: {} });
    assert.equal(JSON.parse(text).kind, "List");
  });

  it("no resources are no files, no documents, no items", () => {
    assert.equal(manifestFiles([], "manifests").size, 0);
    assert.equal(manifestFiles([], "yaml").get("manifests.yaml"), "");
    assert.deepEqual(JSON.parse(manifestFiles([], "json").get("manifests.json") ?? "").items, []);
  });
});
