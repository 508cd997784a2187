import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { evaluate } from "./evaluate.js";

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999 })), { maxLength: 60 });

test("sort is stable", () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const nix = `[ ${list.map(([key, value]) => `{ k = ${key}; v = ${value}; }`).join(" ")} ]`;
      const expected = list.toSorted(([a], [b]) => a - b).map(([, value]) => value);
      const result = evaluate(`map (x: x.v) (builtins.sort (a: b: a.k < b.k) ${nix})`);
      assert.equal(result, expected.length === 0 ? "[ ]" : `[ ${expected.join(" ")} ]`);
    }),
  );
});

test("sort with lessThan is sort with <", () => {
  const number = fc.oneof(fc.integer().map(String), fc.constantFrom("1.5", "-0.5", "9223372036854775807", "0"));
  fc.assert(
    fc.property(
      fc.array(
        number.map((text) => `(${text})`),
        { maxLength: 30 },
      ),
      (list) => {
        const nix = `[ ${list.join(" ")} ]`;
        assert.equal(
          evaluate(`builtins.sort builtins.lessThan ${nix}`),
          evaluate(`builtins.sort (a: b: a < b) ${nix}`),
        );
      },
    ),
  );
});

test("genericClosure visits each key once, whatever the keys are", () => {
  const key = fc.oneof(
    fc.nat({ max: 20 }).map(String),
    fc.nat({ max: 20 }).map((n) => `${n}.0`),
    fc.constant("2.5"),
  );
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 30 }), (keys) => {
      const start = keys.map((key) => `{ key = ${key}; }`).join(" ");
      const count = evaluate(
        `builtins.length (builtins.genericClosure { startSet = [ ${start} ]; operator = x: [ ]; })`,
      );
      assert.equal(Number(count), new Set(keys.map(Number)).size);
    }),
  );
});
