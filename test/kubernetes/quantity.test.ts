import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compareQuantities, parseQuantity, quantityProblem, suggestQuantity } from "../../src/kubernetes/quantity.js";

const suffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

describe("compareQuantities", () => {
  const equal: [string | number | bigint, string | number | bigint][] = [
    ["1000m", "1"],
    ["1", 1],
    ["0.5", "500m"],
    ["1e3", "1k"],
    ["1E3", "1000"],
    ["1E", "1000P"],
    ["1Ki", "1024"],
    ["1Gi", "1024Mi"],
    ["1.5Gi", "1536Mi"],
    ["0.1", "100m"],
    ["1e-3", "1m"],
    ["1000000n", "1m"],
    ["1.", "1"],
    [".5", "500m"],
    ["-1", "-1000m"],
    ["+1", "1"],
    ["0", "0Ei"],
    [9007199254740993n, "9007199254740993"],
    [0.5, "500m"],
    [1e21, "1000E"],
  ];
  for (const [left, right] of equal) {
    it(`takes ${left} and ${right} for equal`, () => assert.equal(compareQuantities(left, right), 0));
  }

  const smaller: [string, string][] = [
    ["512Mi", "1Gi"],
    ["1G", "1Gi"],
    ["999m", "1"],
    ["9", "10"],
    ["9007199254740992", "9007199254740993"],
    ["0.1", "0.10000000000000000000001"],
    ["1E", "1Ei"],
    ["-1", "0"],
    ["100m", "1k"],
  ];
  for (const [less, more] of smaller) {
    it(`takes ${less} for less than ${more}`, () => {
      assert.equal(compareQuantities(less, more), -1);
      assert.equal(compareQuantities(more, less), 1);
    });
  }

  it("agrees with the sizes of the suffixes, for numbers of any length", () => {
    const number = fc.stringMatching(/^[1-9][0-9]{0,30}$/);
    fc.assert(
      fc.property(number, fc.constantFrom(...suffixes), (digits, suffix) => {
        assert.equal(compareQuantities(`${digits}${suffix}`, `${digits}0${suffix}`), -1);
        assert.equal(compareQuantities(`${digits}${suffix}`, `${digits}.0${suffix}`), 0);
        if (suffix.endsWith("i"))
          assert.equal(compareQuantities(`${digits}${suffix}`, `${digits}${suffix[0]?.replace("K", "k")}`), 1);
      }),
    );
  });

  it("throws for what is no quantity", () => {
    assert.throws(() => compareQuantities("1gb", "1"), /"1gb" is not a quantity/);
    assert.throws(() => compareQuantities("1", Number.NaN), RangeError);
  });
});

describe("parseQuantity", () => {
  const wrong = [
    "",
    " ",
    "1 Gi",
    "Gi",
    "m",
    "1GB",
    "1mi",
    "1K",
    "0x10",
    "1e",
    "1e1000",
    "1e3Ki",
    "1_000",
    "--1",
    ".",
    "1.2.3",
    "١",
    "1\n",
    "Infinity",
    "1".repeat(300),
  ];
  for (const text of wrong)
    it(`refuses ${JSON.stringify(text.slice(0, 20))}`, () => assert.equal(parseQuantity(text), undefined));

  it("never throws, and says what is wrong with all that it refuses", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9.eEimkKMG]{0,12}$/)), (text) => {
        assert.equal(parseQuantity(text) === undefined, quantityProblem(text) !== undefined);
      }),
    );
  });
});

describe("suggestQuantity", () => {
  const meant: [string, string | undefined][] = [
    ["512mb", "512M"],
    ["1 Gi", "1Gi"],
    ["1gib", "1Gi"],
    ["2GB", "2G"],
    ["1K", "1k"],
    ["100MIB", "100Mi"],
    ["a lot", undefined],
    ["1.2.3Gi", undefined],
  ];
  for (const [written, expected] of meant)
    it(`for ${written}: ${expected}`, () => assert.equal(suggestQuantity(written), expected));
});
