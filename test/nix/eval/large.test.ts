/**
 * Programs as large and as deep as no one writes them by hand, from the command line, because they need its large
 * stack: they have their value, none of them is an error or takes long.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { nhg } from "../../support/nhg.js";
import { temporaryProject } from "../../support/temporary.js";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const repeat = (count: number, text: string) => text.repeat(count);
const chain = (count: number, operator: string, operand: (i: number) => string) =>
  numbers(count).map(operand).join(operator);
const path = numbers(10_000)
  .map((i) => `a${i}`)
  .join(".");

/** Program and what it prints. */
const programs: Readonly<Record<string, readonly [text: string, printed: string]>> = {
  "an attribute path of ten thousand parts": [
    `let s = { ${path} = 1; }; in [ s.${path} (s ? ${path}) (s ? ${path}.x) (s.${path}.x or 2) ]`,
    "[ 1 true false 2 ]",
  ],
  "a set nested by a path": [
    `{ ${path} = 1; }`,
    `${numbers(10_000)
      .map((i) => `{ a${i} = `)
      .join("")}1;${repeat(10_000, " };").slice(0, -1)}`,
  ],
  "a sum of twenty thousand": [chain(20_000, " + ", () => "1"), "20000"],
  "twenty thousand strings added": [`builtins.stringLength (${chain(20_000, " + ", () => '"a"')})`, "20000"],
  "ten thousand lists joined": [`builtins.length (${chain(10_000, " ++ ", (i) => `[ ${i} ]`)})`, "10000"],
  "ten thousand updates": [`(${chain(10_000, " // ", (i) => `{ a${i % 100} = ${i}; }`)}).a99`, "9999"],
  "ten thousand conjunctions": [chain(10_000, " && ", () => "true"), "true"],
  "ten thousand implications": [chain(10_001, " -> ", () => "false"), "true"],
  "ten thousand negations": [`${repeat(10_000, "!")}true`, "true"],
  "ten thousand minus signs": [`${repeat(10_000, "- ")}1`, "1"],
  "five thousand withs": [
    `${numbers(5000)
      .map((i) => `with { x${i} = ${i}; y = ${i}; }; `)
      .join("")}[ x0 x4999 y ]`,
    "[ 0 4999 4999 ]",
  ],
  "five thousand lets": [
    `${numbers(5000)
      .map((i) => `let x${i} = ${i === 0 ? 1 : `x${i - 1}`}; in `)
      .join("")}x4999`,
    "1",
  ],
  "a function of three thousand arguments": [
    `(${numbers(3000)
      .map((i) => `x${i}: `)
      .join("")}x0 + x2999) ${repeat(2999, "1 ")} 2`,
    "3",
  ],
  "a set of five thousand formals": [
    `({ ${chain(5000, ", ", (i) => `x${i} ? ${i}`)} }: x1 + x4999) { x1 = 2; }`,
    "5001",
  ],
  "ten thousand branches": [`${repeat(10_000, "if false then 1 else ")}2`, "2"],
  "ten thousand assertions": [`${repeat(10_000, "assert true; ")}1`, "1"],
  "ten thousand parentheses": [`${repeat(10_000, "(")}1${repeat(10_000, ")")}`, "1"],
  "five thousand calls": [`let id = x: x; in ${repeat(5000, "id (")}1${repeat(5000, ")")}`, "1"],
  "five thousand defaults": [`{ }${repeat(5000, ".a or { }")}`, "{ }"],
  "three thousand nested strings": [`${repeat(3000, '"${')}"x"${repeat(3000, '}"')}`, '"x"'],
  "ten thousand interpolations": [`builtins.stringLength "${repeat(10_000, '${"ab"}')}"`, "20000"],
  "a hundred thousand elements": [`builtins.length [ ${repeat(100_000, "1 ")}]`, "100000"],
  "fifty thousand attributes": [
    `(rec { ${numbers(50_000)
      .map((i) => `x${i} = ${i};`)
      .join(" ")} y = x7 + x49999; }).y`,
    "50006",
  ],
  "fifty thousand attributes of one path": [
    `{ ${numbers(50_000)
      .map((i) => `a.x${i} = ${i};`)
      .join(" ")} }.a.x49999`,
    "49999",
  ],
  "a chain of attributes": [
    `(rec { ${numbers(9000)
      .map((i) => `x${i} = x${i + 1};`)
      .join(" ")} x9000 = 1; }).x0`,
    "1",
  ],
  "a chain of functors": ["let f = n: if n == 0 then x: x else { __functor = self: f (n - 1); }; in f 4000 5", "5"],
  "values compared nine thousand deep": [
    "let m = n: if n == 0 then 0 else { a = m (n - 1); }; in m 9000 == m 9000",
    "true",
  ],
  "a string of a million bytes": [`builtins.stringLength "${repeat(1_000_000, "x")}"`, "1000000"],
};

const folder = temporaryProject(Object.fromEntries(Object.values(programs).map(([text], i) => [`${i}.nix`, text])));

for (const [i, [name, [, printed]]] of Object.entries(programs).entries()) {
  test(`${name}`, () => {
    const { status, stdout, stderr } = nhg(["eval", "--strict", "-f", join(folder, `${i}.nix`)]);
    assert.equal(status, 0, stderr.slice(0, 500));
    assert.ok(stdout === `${printed}\n`, stdout.slice(0, 200));
  });
}

test("a functor that always gives a functor, and a function without end, are errors", () => {
  for (const text of [
    "{ __functor = self: self; } 1",
    "let f = x: f x; in f 1",
    "let f = x: [ (f x) ]; in f 1 == f 1",
  ]) {
    const { status, stderr } = nhg(["eval", "--strict", "-E", text]);
    assert.equal(status, 1);
    assert.match(stderr, /stack overflow/);
  }
});
