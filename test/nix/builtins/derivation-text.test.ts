import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Derivation, printDerivation } from "../../../src/nix/builtins/store/derivation.js";
import { parseDerivation } from "../../../src/nix/builtins/store/parse-derivation.js";

const text = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom('"', "\\", "\n\r\t", "()[],", '\\"', 'Derive([("'),
);
const path = text.map((name) => `/nix/store/${name}`);

const derivation: fc.Arbitrary<Derivation> = fc.record({
  name: fc.constant("n"),
  outputs: fc
    .array(fc.tuple(text, fc.record({ path: text, hashAlgorithm: text, hash: text })), { maxLength: 3 })
    .map((entries) => new Map(entries)),
  inputDerivations: fc
    .array(
      fc.tuple(
        path,
        fc.array(text, { maxLength: 3 }).map((names) => new Set(names)),
      ),
      { maxLength: 3 },
    )
    .map((entries) => new Map(entries)),
  inputSources: fc.array(path, { maxLength: 3 }).map((paths) => new Set(paths)),
  platform: text,
  builder: text,
  args: fc.array(text, { maxLength: 3 }),
  environment: fc.array(fc.tuple(text, text), { maxLength: 4 }).map((entries) => new Map(entries)),
});

test("derivations can be read back, whatever their strings hold", () => {
  fc.assert(
    fc.property(derivation, (original) => {
      const read = parseDerivation("n", printDerivation(original));
      assert.notEqual(read, undefined);
      assert.equal(printDerivation(read as Derivation), printDerivation(original));
    }),
  );
});

test("other texts are not derivations", () => {
  for (const text of ["", "Derive", "Derive(", "Derive([)", "DrvWithVersion()", 'Derive([("a]']) {
    assert.equal(parseDerivation("n", text), undefined, text);
  }
});
