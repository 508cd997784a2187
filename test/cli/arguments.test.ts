import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Flag, parseArguments, UsageError } from "../../src/cli/arguments.js";

const flags = [
  { name: "out-link", short: "o", values: ["LINK"], help: "" },
  { name: "arg", values: ["NAME", "EXPR"], help: "" },
  { name: "json", help: "" },
  { name: "format", values: ["FORMAT"], choices: ["yaml", "json"], help: "" },
] as const satisfies readonly Flag[];

test("flags stand before, between and after operands", () => {
  const args = parseArguments(["a", "--json", "b", "-o", "x", "c"], flags);
  assert.deepEqual(args.operands, ["a", "b", "c"]);
  assert.equal(args.has("json"), true);
  assert.equal(args.has("format"), false);
  assert.equal(args.value("out-link"), "x");
});

test("a value follows its flag with a space, an equals sign or nothing", () => {
  for (const words of [["-o", "x"], ["-ox"], ["--out-link", "x"], ["--out-link=x"]]) {
    assert.equal(parseArguments(words, flags).value("out-link"), "x", words.join(" "));
  }
  assert.equal(parseArguments(["--out-link=a=b"], flags).value("out-link"), "a=b");
  assert.equal(parseArguments(["--out-link="], flags).value("out-link"), "");
});

test("a value may begin with a dash", () => {
  const args = parseArguments(["--arg", "x", "-1", "-o", "--json"], flags);
  assert.deepEqual(args.all("arg"), [["x", "-1"]]);
  assert.equal(args.value("out-link"), "--json");
  assert.equal(args.has("json"), false);
});

test("a repeated flag keeps all its values; the last one wins where one is asked for", () => {
  const args = parseArguments(["--arg", "a", "1", "--arg=b", "2", "-o", "x", "-o", "y"], flags);
  assert.deepEqual(args.all("arg"), [
    ["a", "1"],
    ["b", "2"],
  ]);
  assert.equal(args.value("out-link"), "y");
});

test("after -- everything is an operand; - alone is one anywhere", () => {
  assert.deepEqual(parseArguments(["-", "--", "--json", "--", "-x"], flags).operands, ["-", "--json", "--", "-x"]);
});

const wrong: readonly [readonly string[], RegExp, RegExp?][] = [
  [["--jsn"], /unknown flag '--jsn'/, /did you mean '--json'/],
  [["-q"], /unknown flag '-q'/],
  [["--json=1"], /'--json' takes no value/],
  [["--arg", "x"], /'--arg' needs EXPR/],
  [["--out-link"], /'--out-link' needs LINK/],
  [["--format", "yml"], /'yml' is no value of the flag '--format'/, /did you mean 'yaml'/],
];

for (const [words, message, help] of wrong) {
  test(`refused: ${words.join(" ")}`, () => {
    assert.throws(
      () => parseArguments(words, flags),
      (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, message);
        if (help !== undefined) assert.match(error.help ?? "", help);
        return true;
      },
    );
  });
}

test("any words are understood or refused as wrong usage", () => {
  const word = fc.oneof(fc.constantFrom("--", "-", "-o", "--arg", "--json", "--format=yaml", "-ox"), fc.string());
  fc.assert(
    fc.property(fc.array(word), (words) => {
      try {
        parseArguments(words, flags);
      } catch (error) {
        assert.ok(error instanceof UsageError, String(error));
      }
    }),
  );
});
