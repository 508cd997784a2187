/** Random regular expressions, compared with real Nix: the groups, and which of several ways is taken. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { RegexError } from "../../../src/nix/builtins/regex/ast.js";
import { compileRegex } from "../../../src/nix/builtins/regex/program.js";
import { run } from "../../support/run.js";
import { requireTool } from "../../support/tools.js";
import { evaluate, literal } from "./evaluate.js";

const nix = requireTool("nix-instantiate");

const atoms = ["a", "b", "c", ".", "[ab]", "[^a]", "[[:alpha:]]", "\\.", "^", "$", "[]a]", "[a-]", "[[=b=]]", "-"];
const quantifiers = ["", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}"];

const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...atoms),
    fc.tuple(tie("pattern"), fc.constantFrom(...quantifiers)).map(([body, quantifier]) => `(${body})${quantifier}`),
    fc
      .tuple(fc.constantFrom("a", "b", "."), fc.constantFrom(...quantifiers))
      .map(([body, quantifier]) => body + quantifier),
    fc.tuple(tie("pattern"), tie("pattern")).map(([left, right]) => `(${left}|${right})`),
  ),
  pattern: fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join("")),
}));
const text = fc.string({ unit: fc.constantFrom("a", "a", "b", "b", "c", "-", ".", "A"), maxLength: 8 });
const call = fc.tuple(fc.constantFrom("match", "split"), pattern, text);

function isValid(pattern: string): boolean {
  try {
    compileRegex(pattern);
    return true;
  } catch (error) {
    if (error instanceof RegexError) return false;
    throw error;
  }
}

test("real Nix finds the same matches", { skip: nix.skip }, () => {
  const calls = fc.sample(call, { numRuns: 2000, seed: 7 }).filter(([, pattern]) => isValid(pattern));
  const lines = calls.map(([name, pattern, text]) => `(builtins.${name} ${literal(pattern)} ${literal(text)})`);
  const folder = mkdtempSync(join(tmpdir(), "nhg-regex-"));
  const file = join(folder, "calls.nix");
  // One per line of the result, so that a difference shows which call it is.
  writeFileSync(file, `[\n${lines.join("\n")}\n]\n`);
  const result = run(nix.path, ["--eval", "--strict", "--json", file]);
  rmSync(folder, { recursive: true });
  assert.equal(result.status, 0, result.stderr);
  const expected: unknown[] = JSON.parse(result.stdout);
  lines.forEach((line, i) => {
    assert.equal(evaluate(`builtins.toJSON ${line}`), evaluate(literal(JSON.stringify(expected[i]))), line);
  });
});
