import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Json, JsonObject } from "../../src/kubernetes/json.js";
import { applyJsonPatch, type JsonOperation, JsonPatchError } from "../../src/kubernetes/json-patch.js";
import { strategicMerge } from "../../src/kubernetes/strategic-merge.js";

const json = fc.jsonValue() as fc.Arbitrary<Json>;
const noNullPrototype = true;

describe("applyJsonPatch", () => {
  const cases: [string, Json, JsonOperation[], Json][] = [
    ["adds a field", { a: 1 }, [{ op: "add", path: "/b", value: 2 }], { a: 1, b: 2 }],
    ["replaces what it adds", { a: 1 }, [{ op: "add", path: "/a", value: 2 }], { a: 2 }],
    ["inserts an item", { a: [1, 3] }, [{ op: "add", path: "/a/1", value: 2 }], { a: [1, 2, 3] }],
    ["appends an item", { a: [1] }, [{ op: "add", path: "/a/-", value: 2 }], { a: [1, 2] }],
    ["removes a field", { a: 1, b: 2 }, [{ op: "remove", path: "/a" }], { b: 2 }],
    ["removes an item", [1, 2], [{ op: "remove", path: "/0" }], [2]],
    ["replaces", { a: { b: 1 } }, [{ op: "replace", path: "/a/b", value: 2 }], { a: { b: 2 } }],
    ["moves", { a: { b: 1 }, c: {} }, [{ op: "move", from: "/a/b", path: "/c/d" }], { a: {}, c: { d: 1 } }],
    ["copies", { a: [1] }, [{ op: "copy", from: "/a/0", path: "/a/-" }], { a: [1, 1] }],
    ["tests", { a: { b: [1] } }, [{ op: "test", path: "/a", value: { b: [1] } }], { a: { b: [1] } }],
    [
      "reads escapes",
      { "a/b": 1, "c~d": 2 },
      [
        { op: "remove", path: "/a~1b" },
        { op: "remove", path: "/c~0d" },
      ],
      {},
    ],
    ["replaces everything", { a: 1 }, [{ op: "replace", path: "", value: [2] }], [2]],
    ["reads ~01 as ~1", { "~1": 1 }, [{ op: "remove", path: "/~01" }], {}],
  ];
  for (const [what, document, operations, expected] of cases) {
    it(what, () => {
      const before = structuredClone(document);
      assert.deepEqual(applyJsonPatch(document, operations), expected);
      assert.deepEqual(document, before, "the document is not changed");
    });
  }

  const misfits: [string, Json, JsonOperation][] = [
    ["a missing field", {}, { op: "remove", path: "/a" }],
    ["a missing parent", {}, { op: "add", path: "/a/b", value: 1 }],
    ["an index beyond the end", [1], { op: "add", path: "/2", value: 1 }],
    ["an index with a zero in front", [1, 2], { op: "remove", path: "/01" }],
    ["- where something must be", [1], { op: "remove", path: "/-" }],
    ["a field of a string", "text", { op: "add", path: "/a", value: 1 }],
    ["a field of a string's own", { a: "text" }, { op: "remove", path: "/a/length" }],
    ["a field of the prototype", {}, { op: "remove", path: "/constructor" }],
    ["a value that differs", { a: 1 }, { op: "test", path: "/a", value: "1" }],
    ["moving into itself", { a: {} }, { op: "move", from: "/a", path: "/a/b" }],
  ];
  for (const [what, document, operation] of misfits) {
    it(`says which operation meets ${what}`, () => {
      const fine: JsonOperation = { op: "test", path: "", value: document };
      assert.throws(
        () => applyJsonPatch(document, [fine, operation]),
        (error) => error instanceof JsonPatchError && error.index === 1,
      );
    });
  }

  it("does not reach the prototype", () => {
    const patched = applyJsonPatch({}, [{ op: "add", path: "/__proto__", value: { polluted: true } }]) as JsonObject;
    assert.deepEqual(Object.keys(patched), ["__proto__"]);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });
});

describe("strategicMerge", () => {
  const cases: [string, JsonObject, JsonObject, JsonObject][] = [
    ["merges sets", { a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    ["takes null for removal", { a: 1, b: { c: 1 } }, { a: null, b: { c: null } }, { b: {} }],
    ["keeps no null of the patch", {}, { a: { b: null, c: 1 } }, { a: { c: 1 } }],
    ["replaces other lists", { args: ["a", "b"] }, { args: ["c"] }, { args: ["c"] }],
    [
      "merges containers by name",
      { containers: [{ name: "a", image: "x" }, { name: "b" }] },
      { containers: [{ name: "b", image: "y" }, { name: "c" }] },
      { containers: [{ name: "a", image: "x" }, { name: "b", image: "y" }, { name: "c" }] },
    ],
    [
      "merges environments within containers",
      { containers: [{ name: "a", env: [{ name: "X", value: "1" }] }] },
      { containers: [{ name: "a", env: [{ name: "Y", value: "2" }] }] },
      {
        containers: [
          {
            name: "a",
            env: [
              { name: "X", value: "1" },
              { name: "Y", value: "2" },
            ],
          },
        ],
      },
    ],
    [
      "deletes an item",
      { volumes: [{ name: "a" }, { name: "b" }] },
      { volumes: [{ name: "a", $patch: "delete" }] },
      { volumes: [{ name: "b" }] },
    ],
    [
      "replaces a list",
      { volumes: [{ name: "a" }] },
      { volumes: [{ $patch: "replace" }, { name: "b" }] },
      { volumes: [{ name: "b" }] },
    ],
    ["replaces a set", { a: { b: 1 } }, { a: { $patch: "replace", c: 2 } }, { a: { c: 2 } }],
    ["deletes a set", { a: { b: 1 } }, { a: { $patch: "delete" } }, {}],
    [
      "keeps a port for each protocol apart",
      {
        ports: [
          { containerPort: 53, protocol: "TCP" },
          { containerPort: 53, protocol: "UDP" },
        ],
      },
      { ports: [{ containerPort: 53, protocol: "UDP", name: "dns" }] },
      {
        ports: [
          { containerPort: 53, protocol: "TCP" },
          { containerPort: 53, protocol: "UDP", name: "dns" },
        ],
      },
    ],
    [
      "knows a Service's ports",
      { ports: [{ port: 80 }] },
      { ports: [{ port: 80, name: "web" }] },
      { ports: [{ port: 80, name: "web" }] },
    ],
    ["replaces a value by a set", { a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
    ["replaces a set by a value", { a: { b: 1 } }, { a: 1 }, { a: 1 }],
    ["replaces a list that lacks the key", { env: ["odd"] }, { env: [{ name: "A" }] }, { env: [{ name: "A" }] }],
  ];
  for (const [what, base, patch, expected] of cases) {
    it(what, () => {
      const before = structuredClone({ base, patch });
      assert.deepEqual(strategicMerge(base, patch), expected);
      assert.deepEqual({ base, patch }, before, "neither argument is changed");
    });
  }

  it("never throws, changes nothing by an empty patch, and has no effect twice", () => {
    const object = fc.dictionary(fc.constantFrom("a", "env", "ports", "__proto__"), json, {
      noNullPrototype,
    }) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(object, object, (base, patch) => {
        assert.deepEqual(strategicMerge(base, {}), base);
        const once = strategicMerge(base, patch);
        assert.deepEqual(strategicMerge(once, patch), once);
      }),
    );
  });
});
