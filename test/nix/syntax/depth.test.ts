/** No text exhausts the stack: chains are loops, and deep nesting is parsed from the inside out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Expr } from "../../../src/nix/syntax/ast.js";
import { parse } from "../../../src/nix/syntax/parser.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { NixSyntaxError } from "../../../src/nix/syntax/syntax-error.js";
import { nodes, plain } from "./nodes.js";

const sourceOf = (text: string) => new Source("(string)", text, "/", false);
const parsed = (text: string): Expr => parse(sourceOf(text)).expr;

interface Shape {
  readonly open: string;
  readonly middle: string;
  readonly close: string;
  readonly kind: Expr["kind"];
  /** Nodes each level makes. */
  readonly perLevel: number;
}

/** Nesting by every construct that nests. */
const shapes: Readonly<Record<string, Shape>> = {
  parentheses: { open: "(", middle: "1", close: ")", kind: "int", perLevel: 0 },
  lists: { open: "[", middle: "1", close: "]", kind: "list", perLevel: 1 },
  sets: { open: "{ a = ", middle: "1", close: "; }", kind: "attrs", perLevel: 1 },
  "recursive sets": { open: "rec { a = ", middle: "1", close: "; }", kind: "attrs", perLevel: 1 },
  "old lets": { open: "let { body = ", middle: "1", close: "; }", kind: "select", perLevel: 2 },
  "dynamic names": { open: "{ ${", middle: "a", close: "} = 1; }", kind: "attrs", perLevel: 2 },
  "inherited sets": { open: "{ inherit (", middle: "a", close: ") b; }", kind: "attrs", perLevel: 2 },
  lets: { open: "let a = ", middle: "1", close: "; in b", kind: "let", perLevel: 2 },
  conditions: { open: "if ", middle: "a", close: " then b else c", kind: "if", perLevel: 3 },
  branches: { open: "if a then ", middle: "b", close: " else c", kind: "if", perLevel: 3 },
  withs: { open: "with ", middle: "a", close: "; b", kind: "with", perLevel: 2 },
  asserts: { open: "assert ", middle: "a", close: "; b", kind: "assert", perLevel: 2 },
  formals: { open: "{ a ? ", middle: "1", close: " }: b", kind: "lambda", perLevel: 2 },
  "formals at a name": { open: "x@{ a ? ", middle: "1", close: " }: b", kind: "lambda", perLevel: 2 },
  strings: { open: '"${', middle: "a", close: '}"', kind: "string", perLevel: 1 },
  "indented strings": { open: "'' ${", middle: "a", close: "}''", kind: "string", perLevel: 1 },
  paths: { open: "./a${", middle: "b", close: "}", kind: "path", perLevel: 1 },
  selections: { open: "a.${", middle: "b", close: "}", kind: "select", perLevel: 2 },
  "quoted names": { open: 'a."b${', middle: "c", close: '}"', kind: "select", perLevel: 3 },
  "has-attrs": { open: "a ? ${", middle: "b", close: "}", kind: "has-attr", perLevel: 2 },
  arguments: { open: "f (", middle: "1", close: ")", kind: "call", perLevel: 2 },
  "lambdas in lists": { open: "[ (x: ", middle: "1", close: ") ]", kind: "list", perLevel: 2 },
  "a mixture": { open: '[ ({ a = "${f { b = [ ', middle: "1", close: ' ]; }}"; }) ]', kind: "list", perLevel: 7 },
};

for (const [name, { open, middle, close, kind, perLevel }] of Object.entries(shapes)) {
  test(`parses ${name} in ${name}, at any depth`, () => {
    for (const depth of [99, 100, 101, 250, 20_000]) {
      const expr = parsed(open.repeat(depth) + middle + close.repeat(depth));
      assert.equal(expr.kind, kind);
      assert.equal(nodes(expr).length, 1 + depth * perLevel, `depth ${depth}`);
    }
  });
}

test("what is parsed from the inside out is the same, offsets included", () => {
  const inner = `{ a ? [ 1 (x or) ], ... }: f x or d { inherit (b) c; \${d}.e = ''\${g}''; } ++ xs[0] ? h`;
  const deep = `${"[ ( ".repeat(300)}${inner}${" ) ]".repeat(300)}`;
  let expr = parsed(deep);
  while (expr.kind === "list") expr = expr.items[0] as Expr;
  assert.deepEqual(plain(expr, "[ ( ".repeat(300).length), plain(parsed(inner)));
});

test("many deep parts side by side take no more than their length", () => {
  const deep = `${"[(".repeat(60)}1${")]".repeat(60)}`;
  const expr = parsed(`${"[".repeat(95)}${deep.repeat(2000)}${"]".repeat(95)}`);
  assert.equal(nodes(expr).length, 95 + 2000 * 61);
});

/** Chains of 100,000, and how the last link nests. */
const chains: Readonly<Record<string, readonly [text: string, kind: Expr["kind"]]>> = {
  "left-associative operators": [`1${" + 1".repeat(100_000)}`, "binary"],
  "right-associative operators": [`a${" ++ a".repeat(100_000)}`, "binary"],
  updates: [`a${" // a".repeat(100_000)}`, "binary"],
  implications: [`a${" -> a".repeat(100_000)}`, "binary"],
  negations: [`${"!".repeat(100_000)}a`, "not"],
  minuses: [`${"- ".repeat(100_000)}a`, "negate"],
  arguments: [`f${" x".repeat(100_000)}`, "call"],
  "attribute paths": [`a${".b".repeat(100_000)}`, "select"],
  "nested bindings": [`{ a${".b".repeat(100_000)} = 1; }`, "attrs"],
  defaults: [`${"a.b or ".repeat(100_000)}c`, "select"],
  "has-attrs": [`a${" ? b".repeat(100_000)}`, "has-attr"],
  lambdas: [`${"x: ".repeat(100_000)}x`, "lambda"],
  "else ifs": [`${"if a then b else ".repeat(100_000)}c`, "if"],
  "withs in a row": [`${"with a; ".repeat(100_000)}b`, "with"],
  "asserts in a row": [`${"assert a; ".repeat(100_000)}b`, "assert"],
  "lets in a row": [`${"let a = 1; in ".repeat(100_000)}b`, "let"],
  indices: [`a${"[0]".repeat(100_000)}`, "index-call"],
};

for (const [name, [text, kind]] of Object.entries(chains)) {
  test(`parses a chain of 100,000 ${name}`, () => assert.equal(parsed(text).kind, kind));
}

test("merges and compares what is nested deeply", () => {
  const depth = 20_000;
  const list = `${"[".repeat(depth)}${"]".repeat(depth)}`;
  assert.equal(parsed(`{ a = ${list}; a = ${list}; }`).kind, "attrs");
  const set = (name: string) => `a = ${"{ a = ".repeat(depth)}{ ${name} = 1; }${"; }".repeat(depth)};`;
  assert.equal(nodes(parsed(`{ ${set("b")} ${set("c")} }`)).length, depth + 4);
});

for (const [name, text] of Object.entries({
  "opening parentheses": "(".repeat(200_000),
  "opening brackets": "[".repeat(200_000),
  "opening braces": "{ a = ".repeat(50_000),
  "opening strings": '"${'.repeat(50_000),
  "wrong brackets": `${"(".repeat(50_000)}1${"]".repeat(50_000)}`,
})) {
  test(`refuses many ${name} with a syntax error`, () => assert.throws(() => parsed(text), NixSyntaxError));
}
