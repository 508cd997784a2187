import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  dataKeyProblem,
  environmentNameProblem,
  hostnameProblem,
  labelProblem,
  labelValueProblem,
  portNameProblem,
  qualifiedNameProblem,
  subdomainProblem,
  suggestLabel,
  toLabelValue,
} from "../../src/kubernetes/names.js";

interface Cases {
  readonly problem: (text: string) => string | undefined;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const long = (length: number) => "a".repeat(length);

const forms: Readonly<Record<string, Cases>> = {
  "a label": {
    problem: labelProblem,
    right: ["a", "web-app", "0", "3scale", "a--b", long(63)],
    wrong: ["", "-a", "a-", "Web", "a.b", "a/b", "../../x", "a_b", "a b", "a\n", "ä", long(64), "__proto__"],
  },
  "a subdomain": {
    problem: subdomainProblem,
    right: ["a", "a.b-c.d", "1.2", long(253)],
    wrong: ["", ".", "a.", ".a", "a..b", "A.b", "a_b", "a/b", long(254)],
  },
  "a host": {
    problem: hostnameProblem,
    right: ["example.com", "*.example.com", "localhost"],
    wrong: ["*", "*.", "a.*.b", "*example.com", "http://example.com", "example.com/", "example.com:80", "Example.com"],
  },
  "a label value": {
    problem: labelValueProblem,
    right: ["", "a", "A.b_c-d", "1.0.0", long(63)],
    wrong: ["-a", "a-", "1.0+b", "a b", "a/b", ".", long(64)],
  },
  "a qualified name": {
    problem: qualifiedNameProblem,
    right: ["app", "managedBy", "app.kubernetes.io/name", "a_b", "nvidia.com/gpu", `${long(253)}/${long(63)}`],
    wrong: ["", "/", "/a", "a/", "a/b/c", "A.b/c", "a b", "-a", long(64), "__proto__", "a/__proto__"],
  },
  "a data key": {
    problem: dataKeyProblem,
    right: ["a", "logging.yaml", ".hidden", "A_B-c", "__proto__", long(253)],
    wrong: ["", ".", "..", "..a", "a/b", "a b", "ä", long(254)],
  },
  "an environment variable": {
    problem: environmentNameProblem,
    right: ["A", "_a", "database", "a.b-c", ".a", "__proto__"],
    wrong: ["", "1A", "A B", "A=B", "A\n", ".", "..", "ä"],
  },
  "a port name": {
    problem: portNameProblem,
    right: ["http", "port-3000", "h2c", "1a", "a".repeat(15)],
    wrong: ["", "80", "HTTP", "a--b", "-a", "a-", "a_b", "a".repeat(16)],
  },
};

for (const [what, { problem, right, wrong }] of Object.entries(forms)) {
  describe(what, () => {
    for (const text of right)
      it(`may be ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(problem(text), undefined));
    for (const text of wrong) {
      it(`may not be ${JSON.stringify(text.slice(0, 40))} (${text.length})`, () => {
        const message = problem(text);
        assert.ok(message !== undefined && !message.includes("\n") && message.length < 300, message);
      });
    }
  });
}

describe("what is made of other text", () => {
  it("toLabelValue gives a label value of anything", () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(labelValueProblem(toLabelValue(text)), undefined)));
    assert.equal(toLabelValue("1.0.0+build.5"), "1.0.0_build.5");
  });

  it("suggestLabel gives a label or nothing", () => {
    fc.assert(fc.property(fc.string(), (text) => assert.ok(labelProblem(suggestLabel(text) ?? "a") === undefined)));
    assert.equal(suggestLabel("My_App/../x"), "my-app-x");
    assert.equal(suggestLabel("///"), undefined);
  });
});
