/** Spans: what a node says it was written as is text of that very node. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBytes } from "../../../src/nix/eval/bytes.js";
import type { Binding, Expr } from "../../../src/nix/syntax/ast.js";
import { parse } from "../../../src/nix/syntax/parser.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { NixSyntaxError } from "../../../src/nix/syntax/syntax-error.js";
import { program } from "./generate.js";
import { nodes, plain } from "./nodes.js";

const sourceOf = (text: string) => new Source("(string)", text, "/", false);

/** Nodes that Nix's own syntax has no text of their own for. */
function hasOwnText(node: Expr, text: string, root: Expr): boolean {
  const written = text.slice(node.start, node.end);
  // The variables of `inherit "if" __curPos;` and of `x or`.
  if (node.kind === "variable") return node.name === written && !["or", "__curPos"].includes(node.name);
  if (node.kind !== "attrs") return true;
  // The set of `let { … }`, and sets that a binding elsewhere was merged into.
  const inside =
    node.bindings.list.every((binding) => isWithin(binding, node)) &&
    node.bindings.dynamic.every((binding) => isWithin(binding, node));
  const nested = nodes(node).every((inner) => isWithin(inner, node));
  return inside && nested && node !== root && !(node.recursive && written.startsWith("let"));
}

function isWithin(inner: { start: number; end: number }, outer: Expr): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function checkSpans(text: string): void {
  const root = parse(sourceOf(text)).expr;
  for (const node of nodes(root)) {
    const written = text.slice(node.start, node.end);
    assert.equal(written.trim(), written, "blanks around a node");
    if (!hasOwnText(node, text, root)) continue;
    const again = parse(sourceOf(written)).expr;
    assert.deepEqual(plain(again), plain(node, node.start), `${node.kind} in ${JSON.stringify(text)}`);
  }
}

test("every node of a random program reads the same on its own", () => {
  fc.assert(
    fc.property(program, (text) => {
      const bytes = toBytes(text);
      try {
        parse(sourceOf(bytes));
      } catch (error) {
        assert.ok(error instanceof NixSyntaxError);
        return;
      }
      checkSpans(bytes);
    }),
    { numRuns: 1000 },
  );
});

for (const text of [
  "  ( a  ) + ( b ) # c",
  "f x or d",
  "(f x) or d",
  "xs[0].a or (b) ",
  "xs[0][ 1 ] y",
  "a.b or c.d or (e)",
  "- ( a ) ? b . c ",
  "!(a) // (b)",
  "a |> b",
  "{ a . b . c = ( 1 ) ; } . a ",
  "x: { y ? ( 1 ) , ... } @ z : ( y )",
  "if ( a ) then ( b ) else ( c )",
  `"a\${ b }c" + ''\n  a\${ b }''`,
]) {
  test(`every node of ${JSON.stringify(text)} reads the same on its own`, () => {
    if (text.includes("|>")) assert.throws(() => checkSpans(text), NixSyntaxError);
    else checkSpans(text);
  });
}

test("a binding spans its name, and knows where its path begins", () => {
  const text = `{ a = 1; "b c".d = 2; \${"e"} = 3; inherit f; inherit (g) "h"; }`;
  const { expr } = parse(sourceOf(text));
  assert.equal(expr.kind, "attrs");
  const show = ({ name, start, end, pathStart, value }: Binding): unknown => {
    const inner = value.kind === "attrs" ? value.bindings.list.map(show) : [];
    return [name, text.slice(start, end), text.slice(pathStart, end), ...inner];
  };
  assert.deepEqual(expr.bindings.list.map(show), [
    ["a", "a", "a"],
    ["b c", '"b c"', '"b c"', ["d", "d", '"b c".d']],
    ["e", `\${"e"}`, `\${"e"}`],
    ["f", "f", "f"],
    ["h", '"h"', '"h"'],
  ]);
});

test("formals span what is written for them", () => {
  const text = "{ a , b ? 1 + 2 , ... }: a";
  const { expr } = parse(sourceOf(text));
  assert.equal(expr.kind, "lambda");
  const spans = expr.formals?.list.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(spans, ["a", "b ? 1 + 2"]);
});

test("an operator's place is its own", () => {
  const text = "a  //  b";
  const { expr } = parse(sourceOf(text));
  assert.equal(expr.kind, "binary");
  assert.equal(expr.operatorStart, 3);
});
