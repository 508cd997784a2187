import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NixError } from "../../src/nix/eval/errors.js";
import { parseAttributePath } from "../../src/project/attribute-path.js";

const cases: readonly [string, readonly string[]][] = [
  ["", []],
  ["a", ["a"]],
  ["a.b.0", ["a", "b", "0"]],
  ['"a.b".c', ["a.b", "c"]],
  ['a."b c"', ["a", "b c"]],
  ['a"b"c', ["abc"]],
  ["a.", ["a"]],
  [".a", ["", "a"]],
  ["a..b", ["a", "", "b"]],
  ['a.""', ["a"]],
];

for (const [text, parts] of cases) {
  test(`'${text}'`, () => assert.deepEqual(parseAttributePath(text), parts));
}

test("a quote that is not closed", () => {
  assert.throws(
    () => parseAttributePath('a."b'),
    (error: unknown) => error instanceof NixError && /missing closing quote/.test(error.message),
  );
});

test("any names survive being quoted", () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('"'));
  fc.assert(
    fc.property(fc.array(name), (names) => {
      assert.deepEqual(parseAttributePath(names.map((each) => `"${each}"`).join(".")), names);
    }),
  );
});
