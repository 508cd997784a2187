/** `nhg eval` against the real `nix-instantiate --eval`: same output, same success. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../support/run.js";
import { requireTool } from "../support/tools.js";
import { cliProject } from "./cli-project.js";

const nix = requireTool("nix-instantiate");

const project = cliProject({
  "default.nix": '{ a ? 1, b ? a + 1 }: { inherit a b; list = [ a [ b ] ]; nested."x.y" = { deep = b; }; }',
  "functor.nix": "{ __functor = self: { n ? 5 }: { twice = n * 2; }; }",
  "strict.nix":
    "rec { a = 1; b = [ a (a + 1) ]; c = { d = b; f = x: x; p = builtins.map; q = builtins.map (x: x); }; }",
});

const cases: readonly (readonly string[])[] = [
  ["-E", "1 + 1"],
  ["-E", '[ 1.5 (-2) 1e10 true null ./x "a\\"b" ]'],
  ["-E", '{ "a b" = 1; inherit (builtins) map; f = { x }: x; }'],
  ["-E", "{ x ? 1 }: x"],
  ["-E", "{ x ? 1 }: x", "--arg", "x", "2"],
  ["-E", "{ x ? 1, ... }@all: all", "--arg", "y", "3", "--strict"],
  ["-E", "{ x }: x", "--arg", "y", "3"],
  ["-E", "x: x", "--arg", "y", "3"],
  ["-E", "{ x }: x", "--argstr", "x", 'a ${b} "c"'],
  ["-E", "{ a = 1; }", "-A", ""],
  ["-E", "{ a = { b = 2; }; }", "-A", "a."],
  ["-E", "{ a = { b = 2; }; }", "-A", ".a"],
  ["-E", "{ a = { b = 2; }; }", "-A", "a..b"],
  ["-E", '{ a."b.c" = 3; }', "-A", 'a."b.c"'],
  ["-E", '{ a."b.c" = 3; }', "-A", 'a."b.c'],
  ["-E", "{ a = 1; }", "-A", "a.b"],
  ["-E", "{ a = 1; }", "-A", "b"],
  ["-E", "[ 5 6 ]", "-A", "01"],
  ["-E", "[ 5 6 ]", "-A", "2"],
  ["-E", "[ 5 6 ]", "-A", "99999999999"],
  ["-E", '{ "1" = 2; }', "-A", "1"],
  ["-E", "{ a = 1; b = 2; }", "-A", "b", "-A", "a"],
  ["default.nix"],
  ["default.nix", "-A", "list.1.0"],
  ["default.nix", "-A", 'nested."x.y".deep', "--arg", "a", "41"],
  ["default.nix", "--arg", "a", "7", "--strict"],
  ["functor.nix", "-A", "twice"],
  ["functor.nix", "-A", "twice", "--arg", "n", "21"],
  ["functor.nix", "--arg", "n", "21", "--strict"],
  ["strict.nix"],
  ["strict.nix", "--strict"],
  ["strict.nix", "-A", "b", "--json", "--strict"],
  ["-E", '{ a = [ 1 "é" { b = null; } ]; }', "--json", "--strict"],
  ["-E", 'let x = throw "no"; in { inherit x; y = 1; }'],
  ["-E", 'let x = throw "no"; in { inherit x; y = 1; }', "--strict"],
  ["-I", "here=.", "-E", "import <here/strict.nix>", "-A", "a"],
  ["-E", "assert false; 1"],
  ["-E", "import ./nope.nix"],
];

for (const args of cases) {
  test(`nix-instantiate --eval ${args.join(" ")}`, { skip: nix.skip }, () => {
    const env = { NIX_PATH: undefined };
    const theirs = run(nix.path, ["--eval", ...args], { cwd: project.folder, env });
    const ours = project.nhg(["eval", ...args]);
    assert.equal(ours.status === 0, theirs.status === 0, `${ours.stderr}\n---\n${theirs.stderr}`);
    // Nix 2.8 ends JSON without a line break, later versions with one.
    assert.equal(args.includes("--json") ? ours.stdout.trimEnd() : ours.stdout, theirs.stdout);
  });
}
