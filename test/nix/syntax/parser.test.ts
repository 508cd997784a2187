/** What the cases in files cannot show: options, warnings, positions. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ParseOptions, parse } from "../../../src/nix/syntax/parser.js";
import { print } from "../../../src/nix/syntax/print.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { NixSyntaxError, type SyntaxWarning } from "../../../src/nix/syntax/syntax-error.js";

const sourceOf = (text: string) => new Source("(string)", text, "/", false);
const printed = (text: string, options?: ParseOptions) => print(parse(sourceOf(text), options).expr);

test("pipes bind loosest, and do not mix", () => {
  const options = { pipeOperators: true };
  assert.equal(printed("a |> b |> c", options), "((a |> b) |> c)");
  assert.equal(printed("a <| b <| c", options), "(a <| (b <| c))");
  assert.equal(printed("a -> b |> c || d", options), "((a -> b) |> (c || d))");
  assert.equal(printed("f x <| g y", options), "((f x) <| (g y))");
  for (const text of ["a |> b <| c", "a <| b |> c", "a |> x: x"]) {
    assert.throws(() => printed(text, options), NixSyntaxError, text);
  }
});

test("integers above 2^53 are exact", () => {
  const integer = (text: string) => {
    const { expr } = parse(sourceOf(text));
    assert.equal(expr.kind, "int");
    return expr.value;
  };
  assert.equal(integer("9007199254740991"), 9007199254740991);
  assert.equal(integer("9007199254740993"), 9007199254740993n);
  assert.equal(integer("0000000000000000000000009"), 9);
});

test("a path keeps its pieces as Nix's lexer cuts them", () => {
  const { expr } = parse(sourceOf("./a//b${c}d/e"));
  assert.equal(expr.kind, "path");
  assert.deepEqual(
    expr.parts.map((part) => (typeof part === "string" ? part : part.kind)),
    ["./a/", "/b", "variable", "d/e"],
  );
});

test("warnings come with the place and the way out", () => {
  const warnings: SyntaxWarning[] = [];
  const source = sourceOf("{ a.b = 1; c = [ ]; a.b = 1; }");
  parse(source, { warn: (warning) => warnings.push(warning) });
  assert.deepEqual(
    warnings.map(({ code, span }) => [code, source.text.slice(span.start, span.end)]),
    [["duplicate-attribute", "b"]],
  );
});

test("lines end as Nix ends them", () => {
  const source = sourceOf("a\nb\r\nc\rd\n\re");
  const at = (text: string) => source.position(source.text.indexOf(text));
  assert.deepEqual(["a", "b", "c", "d", "e"].map(at), [
    { line: 1, column: 1 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 6, column: 1 },
  ]);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7].map((line) => source.line(line)),
    ["a", "b", "c", "d", "", "e", ""],
  );
});
