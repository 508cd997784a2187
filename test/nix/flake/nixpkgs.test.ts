import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryIo } from "../../../src/io/memory.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { Attrs } from "../../../src/nix/eval/attrs.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { NixpkgsStandIn, standInPath } from "../../../src/nix/flake/nixpkgs.js";
import { Source } from "../../../src/nix/syntax/source.js";

let uses = 0;
const functions =
  "{ genAttrs = names: f: builtins.listToAttrs (map (name: { inherit name; value = f name; }) names); min = a: b: if a < b then a else b; max = a: b: if a > b then a else b; attrByPath = p: d: s: d; }";

/** Evaluates an expression in which `nixpkgs` is the stand-in. */
function evaluate(expression: string): string {
  const standIn: NixpkgsStandIn = new NixpkgsStandIn(
    () => machine.evaluate(new Source("functions", functions, "/", false)) as Attrs,
    () => uses++,
  );
  const machine = createMachine({ io: createMemoryIo(), modules: new Map([[standInPath, standIn.module]]) });
  const scope = Attrs.from([["nixpkgs", standIn.flake(machine)]]);
  return printValue(deepForce(machine.evaluate(new Source("test", expression, "/", false), scope)));
}

const pkgs = "nixpkgs.legacyPackages.x86_64-linux";

test("its use is told", () => {
  uses = 0;
  evaluate("nixpkgs._type");
  assert.ok(uses > 0);
});

test("derivations are real ones", () => {
  assert.match(
    evaluate(`${pkgs}.runCommand "check" { x = 1; } "touch $out"`),
    /drvPath = "\/nix\/store\/[0-9a-z]{32}-check\.drv"/,
  );
  assert.match(evaluate(`(${pkgs}.writeText "a.txt" "text").outPath`), /^"\/nix\/store\/[0-9a-z]{32}-a\.txt"$/);
  assert.match(evaluate(`(${pkgs}.writeShellScriptBin "run" "echo").name`), /^"run"$/);
});

test("a text that a check depends on changes its path", () => {
  const path = (text: string) => evaluate(`(${pkgs}.runCommand "x" { } "${text}").outPath`);
  assert.notEqual(path("a"), path("b"));
});

test("mkShell takes packages, inputs, hooks and env", () => {
  const shell = `${pkgs}.mkShell { buildInputs = [ (${pkgs}.writeText "t" "") ]; packages = [ ]; shellHook = "echo"; env.A = "b"; }`;
  assert.match(evaluate(`(${shell}).drvPath`), /-nix-shell\.drv"$/);
  assert.equal(evaluate(`(${shell}).A`), '"b"');
});

test("import nixpkgs { } gives the packages", () => {
  assert.equal(evaluate('(import nixpkgs { system = "aarch64-darwin"; }).system'), '"aarch64-darwin"');
  assert.equal(evaluate("(import nixpkgs { config = { }; }).system"), '"x86_64-linux"');
});

const functionCases: readonly (readonly [string, string])[] = [
  ["lib.pipe 1 [ (x: x + 1) (x: x * 10) ]", "20"],
  ["(lib.fix (self: { a = 1; b = self.a; })).b", "1"],
  ["lib.take 2 [ 1 2 3 ]", "[ 1 2 ]"],
  ["lib.take 9 [ 1 2 3 ]", "[ 1 2 3 ]"],
  ["lib.drop 2 [ 1 2 3 ]", "[ 3 ]"],
  ["lib.drop 9 [ 1 2 3 ]", "[ ]"],
  ["lib.last [ 1 2 ]", "2"],
  ["lib.reverseList [ 1 2 3 ]", "[ 3 2 1 ]"],
  ["lib.imap0 (i: x: i + x) [ 10 10 ]", "[ 10 11 ]"],
  ["lib.imap1 (i: x: i + x) [ 10 10 ]", "[ 11 12 ]"],
  ["lib.subtractLists [ 1 ] [ 1 2 1 ]", "[ 2 ]"],
  ['lib.splitString "." "a.b..c"', '[ "a" "b" "" "c" ]'],
  ['lib.splitString "(" "a(b"', '[ "a" "b" ]'],
  ['lib.stringToCharacters "abc"', '[ "a" "b" "c" ]'],
  ['lib.hasPrefix "ab" "abc"', "true"],
  ['lib.hasSuffix "bc" "abc"', "true"],
  ['lib.hasSuffix "long" "g"', "false"],
  ['lib.removePrefix "v" "v1"', '"1"'],
  ['lib.removeSuffix ".nix" "a.nix"', '"a"'],
  ['lib.escape [ "." ] "a.b"', '"a\\\\.b"'],
  ['lib.hasAttrByPath [ "a" "b" ] { a.b = 1; }', "true"],
  ['lib.hasAttrByPath [ "a" "c" ] { a.b = 1; }', "false"],
  ["lib.concatMapStrings toString [ 1 2 ]", '"12"'],
  ["(lib.flip (a: b: a - b)) 1 3", "2"],
];

for (const [expression, expected] of functionCases) {
  test(`nixpkgs.${expression}`, () => assert.equal(evaluate(`let inherit (nixpkgs) lib; in ${expression}`), expected));
}
