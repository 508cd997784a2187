import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formatImage, imageProblem, splitImage } from "../../src/kubernetes/image.js";

const digest = `sha256:${"0".repeat(64)}`;

describe("imageProblem", () => {
  const right = [
    "nginx",
    "nginx:alpine",
    "nginx:1.27.3-alpine_slim",
    "ghcr.io/acme/web:1.0",
    "localhost/web",
    "localhost:5000/web:1",
    "registry.example.com:5000/a/b__c/d-e.f:X",
    "Registry.Example.com/web",
    "[2001:db8::1]:5000/web:1",
    `nginx@${digest}`,
    `ghcr.io/acme/web:1.0@${digest}`,
    "a/b/c/d/e",
  ];
  for (const text of right) it(`accepts ${text}`, () => assert.equal(imageProblem(text), undefined));

  const wrong: [string, RegExp][] = [
    ["", /needs a name/],
    [":latest", /needs a name/],
    ["Nginx", /lower case/],
    ["ghcr.io/Acme/web", /lower case/],
    ["nginx:", /tag/],
    ["nginx:a b", /tag/],
    ["nginx:-a", /tag/],
    [`nginx:${"a".repeat(129)}`, /tag/],
    ["nginx@sha256:123", /digest/],
    ["nginx@", /digest/],
    ["a//b", /empty/],
    ["/a", /empty/],
    ["a/", /empty/],
    ["https://ghcr.io/acme/web", /URL/],
    ["my image", /not allowed/],
    ["nginx:1:2", /not allowed/],
    ["a___b", /not allowed/],
    ["nginx\n", /not allowed/],
    [`${"a".repeat(256)}`, /255/],
  ];
  for (const [text, message] of wrong) {
    it(`refuses ${JSON.stringify(text.slice(0, 30))}`, () => assert.match(imageProblem(text) ?? "accepted", message));
  }

  it("never throws, and splitting loses nothing", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-a-zA-Z0-9.:@/_]{0,30}$/), (text) => {
        imageProblem(text);
        assert.equal(formatImage(splitImage(text)), text);
      }),
    );
  });
});
