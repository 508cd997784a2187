/**
 * What kubectl itself makes of our output, through the Go parser that an API server's client uses. Each test
 * is one process: `label --local` decodes everything it is given and prints it as JSON, without a cluster.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Manifest, manifestFiles } from "../../src/output/manifests.js";
import type { PlainObject, PlainValue } from "../../src/output/plain.js";
import { toYaml, toYamlDocuments } from "../../src/output/yaml/yaml.js";
import { hostileString, hostileStrings, loneSurrogates } from "../support/hostile-strings.js";
import { run } from "../support/run.js";
import { temporaryProject } from "../support/temporary.js";
import { requireTool } from "../support/tools.js";

const kubectl = requireTool("kubectl");

/** With the label already set, labelling changes nothing. */
function resource(kind: string, name: string, rest: PlainObject): PlainObject & Manifest {
  const metadata = { name, labels: { seen: "yes" } };
  return { apiVersion: "test.example/v1", kind, metadata, ...rest };
}

function label(source: string, input = "") {
  return run(kubectl.path, ["label", "--local", "-f", source, "-o", "json", "seen=yes"], { input });
}

/** kubectl prints one JSON value after the other. */
function read(source: string, input?: string): unknown[] {
  const { status, stdout, stderr } = label(source, input);
  assert.equal(status, 0, stderr);
  return stdout
    .split(/(?<=^\})\n/m)
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text));
}

function positions(text: string): PlainObject {
  return { value: text, list: [text, [text, [text]], { [text]: text }], map: { [text]: { [text]: [text] } } };
}

describe("kubectl", { skip: kubectl.skip }, () => {
  it("reads every string as written, in every position", () => {
    const cases = [...hostileStrings, ...fc.sample(hostileString, 1000)].map(positions);
    const text = resource("Text", "strings", { cases });
    const [back] = read("-", toYaml(text)) as [typeof text];
    assert.deepEqual(back, text);
  });

  it("reads every string in a ConfigMap", () => {
    const data = Object.fromEntries(hostileStrings.map((text, index) => [`key-${index}`, text]));
    const map = { ...resource("ConfigMap", "strings", { data }), apiVersion: "v1" };
    assert.deepEqual(read("-", toYaml(map)), [map]);
  });

  it("reads numbers as written", () => {
    const doubles = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), 500);
    const integers = fc.sample(fc.maxSafeInteger(), 500);
    // JSON, which kubectl prints, has one zero.
    const numbers = [...doubles, ...integers, 1e21, 1e20, 5e-324, 2 ** 53].map((number) => number + 0);
    assert.deepEqual(read("-", toYaml(resource("Number", "numbers", { numbers }))), [
      resource("Number", "numbers", { numbers }),
    ]);
  });

  it("keeps the digits of integers that JavaScript cannot hold", () => {
    const integers = [9007199254740993n, 9223372036854775807n, -9223372036854775808n];
    const { stdout } = label("-", toYaml(resource("Number", "large", { integers })));
    assert.deepEqual(/"integers": \[([^\]]*)\]/.exec(stdout)?.[1]?.split(",").map(BigInt), integers);
  });

  it("tells documents apart, whatever is at their ends", () => {
    const documents = hostileStrings.map((text, index) => resource("Text", `text-${index}`, { z: text }));
    assert.deepEqual(read("-", toYamlDocuments(documents)), documents);
  });

  it("refuses a lone surrogate, which no Go string holds, rather than change it", () => {
    for (const text of loneSurrogates) {
      const { status, stderr } = label("-", toYaml(resource("Text", "lone", { text })));
      assert.equal(status, 1);
      assert.match(stderr, /invalid Unicode character escape code/);
    }
  });

  it("reads each format, in apply order", () => {
    const resources = [
      resource("Custom", "../../a", { spec: { text: "on\n" } }),
      { ...resource("Deployment", "web", {}), apiVersion: "apps/v1" },
      {
        ...resource("ClusterRole", "system:web", { rules: [] as PlainValue[] }),
        apiVersion: "rbac.authorization.k8s.io/v1",
      },
      { ...resource("Namespace", "shop", {}), apiVersion: "v1" },
    ];
    for (const format of ["manifests", "yaml", "json"] as const) {
      const folder = temporaryProject(Object.fromEntries(manifestFiles(resources, format)));
      assert.equal(readdirSync(folder).length, format === "manifests" ? 4 : 1);
      assert.deepEqual(read(folder), resources.toReversed(), format);
    }
  });
});
