/**
 * Nonsense must be answered: whatever the text and whatever the arguments, there is a value or an error of the
 * program, soon. Anything else that is thrown, or no answer, is a defect of ours.
 *
 * `NHG_RUNS=20000` tries more, `NHG_SEED=…` others.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Script } from "node:vm";
import fc from "fast-check";
import { createMemoryIo } from "../../../src/io/memory.js";
import { builtins } from "../../../src/nix/builtins/index.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { toBytes } from "../../../src/nix/eval/bytes.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { isStackOverflow, NixError } from "../../../src/nix/eval/errors.js";
import { printForError, printValue } from "../../../src/nix/eval/print.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { anything, callsWith } from "../differential/calls.js";
import { program } from "../differential/grammar/program.js";

const parameters = {
  seed: Number(process.env.NHG_SEED ?? 20_260_101),
  numRuns: Number(process.env.NHG_RUNS ?? 3000),
} as const;

/** Far more than any of these small programs needs. */
const timeout = 5000;

const files = {
  "/work/data.txt": "data\n",
  "/work/default.nix": "{ a = 1; }",
  "/work/loop.nix": "import ./loop.nix",
  "/work/broken.nix": "{ a = ",
  "/work/binary": Uint8Array.of(0, 255, 128, 10),
};

function answer(text: string, portable: boolean): void {
  const machine = createMachine({
    io: createMemoryIo({ files }),
    settings: { portable, experimental: new Set(["pipe-operators", "flakes", "fetch-tree"]) },
  });
  const source = new Source("/work/text.nix", text, "/work", true);
  try {
    const value = machine.evaluate(source);
    printForError(value);
    printValue(value);
    // After this there is nothing left to compute; what is no value at all would be shown as such.
    assert.doesNotMatch(printValue(deepForce(value)), /<CODE>/);
  } catch (error) {
    if (error instanceof NixError) assert.notEqual(error.message, undefined);
    else if (!isStackOverflow(error)) throw error;
  }
}

/** Runs `action`, which no other code could interrupt. */
function withinTimeout(action: () => void): void {
  const shared = globalThis as { actionUnderTest?: (() => void) | undefined };
  shared.actionUnderTest = action;
  call.runInThisContext({ timeout });
}

const call = new Script("actionUnderTest()");

const cases = ["eval-okay", "eval-fail"].flatMap((folder) => {
  const url = new URL(`${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith(".nix"));
  return names.map((name) => readFileSync(new URL(name, url), "latin1"));
});

const token = fc.constantFrom(
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ":",
    "=",
    ",",
    ".",
    "@",
    "?",
    "!",
    "...",
    "${",
    "''",
    '"',
    "''${",
    "\\",
    "#",
    "/*",
    "*/",
  ],
  ...[
    "+",
    "-",
    "*",
    "/",
    "//",
    "++",
    "->",
    "||",
    "&&",
    "==",
    "!=",
    "<",
    ">=",
    "|>",
    "<|",
    "~/",
    "./",
    "<x>",
    "a:b",
    "$",
  ],
  ...[
    " let ",
    " in ",
    " rec ",
    " with ",
    " inherit ",
    " assert ",
    " if ",
    " then ",
    " else ",
    " or ",
    " __curPos ",
    " null ",
  ],
  ...[
    "9223372036854775808",
    "1.5e999",
    "\0",
    "\xff",
    "\xe2\x80",
    "\r",
    "\n",
    "\t",
    " ",
    "__functor",
    "__overrides",
    "__toString",
  ],
  ...["builtins", "import ", "throw ", "map ", "x: ", "{...}@a: ", "builtins.tryEval ", "builtins.genericClosure "],
);

/** Where, counted in parts of the text; how much of it to drop; what to put there. */
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 0, 1, 1, 3, 20),
  fc.array(token, { maxLength: 2 }),
);

const mutated = fc
  .tuple(fc.oneof(fc.constantFrom(...cases), program.map(toBytes)), fc.array(edit, { minLength: 1, maxLength: 5 }))
  .map(([text, edits]) =>
    edits.reduce((changed, [part, drop, tokens]) => {
      const at = Math.floor(part * changed.length);
      return changed.slice(0, at) + tokens.join("") + changed.slice(at + drop);
    }, text),
  );

test("a text with mistakes is answered", () => {
  fc.assert(
    fc.property(mutated, fc.boolean(), (text, portable) => withinTimeout(() => answer(text, portable))),
    parameters,
  );
});

/** Values that lead in circles, have no end, or are hardly values. */
const hostile = fc.constantFrom(
  ...[
    "(let x = [ x ]; in x)",
    "(let x = { inherit x; }; in x)",
    "(rec { a = a; })",
    "(let f = x: f x; in f)",
    "builtins",
  ],
  ...["{ __functor = self: self; }", "{ __functor = 1; }", "{ __toString = self: self; }", "{ __toString = 1; }"],
  ...[
    '{ outPath = { outPath = throw "o"; }; }',
    "{ name = 1; value = 2; }",
    "{ key = x: x; }",
    "(x: x x)",
    "{ ${null} = 1; }",
  ],
  ...["(1.0e308 * 10)", "(1.0e308 * 10 - 1.0e308 * 10)", "(-0.0)", "(-9223372036854775807 - 1)", "9223372036854775807"],
  ...["(builtins.foldl' (a: _: [ a ]) 1 (builtins.genList (x: x) 5000))", '(builtins.genList (x: throw "x") 1000)'],
  ...['(builtins.concatStringsSep "" (builtins.genList (x: "é") 20000))', '(builtins.substring 0 1 "é")', "./loop.nix"],
  ...[
    "./binary",
    "./broken.nix",
    "/",
    "../../..",
    "<nixpkgs>",
    '(builtins.toFile "a" "")',
    '(abort "a")',
    "({ a }: a)",
  ],
);

const odd = fc.oneof(anything, hostile);

const anyCall = fc
  .constantFrom(...builtins.filter(({ args }) => args.length > 0))
  .chain(({ name, args }) =>
    fc
      .array(odd, { minLength: args.length, maxLength: args.length + 1 })
      .map((values) => `builtins.${name} ${values.join(" ")}`),
  );

test("a builtin with any arguments is answered", () => {
  fc.assert(
    fc.property(fc.oneof(callsWith(odd), anyCall), (text) => withinTimeout(() => answer(toBytes(text), false))),
    parameters,
  );
});
