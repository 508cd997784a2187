import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { toJson } from "../../src/output/json.js";
import type { PlainValue } from "../../src/output/plain.js";

it("is what JSON.stringify writes, where that writes anything", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => assert.equal(toJson(value as PlainValue), JSON.stringify(value, null, 2))),
  );
  const sparse = { a: undefined, b: [undefined, { c: undefined }], ["__proto__"]: -0 };
  assert.equal(toJson(sparse), JSON.stringify(sparse, null, 2));
});

it("keeps integers that a number cannot hold", () => {
  assert.equal(toJson([9223372036854775807n, -1n]), "[\n  9223372036854775807,\n  -1\n]");
});

it("refuses what JSON cannot hold rather than write null", () => {
  assert.throws(() => toJson([Number.NaN]), new TypeError("JSON has no NaN"));
  assert.throws(() => toJson({ a: Number.NEGATIVE_INFINITY }), new TypeError("JSON has no -Infinity"));
  assert.throws(() => toJson((() => 1) as unknown as PlainValue), new TypeError("JSON has no function"));
});
