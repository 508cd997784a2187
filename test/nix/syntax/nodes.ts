/** Ways through a syntax tree that need no knowledge of its kinds. */
import type { Expr } from "../../../src/nix/syntax/ast.js";

/** Every expression in a tree, itself included, outermost first. */
export function nodes(root: Expr): Expr[] {
  const found: Expr[] = [];
  const work: unknown[] = [root];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    if (isExpr(item)) found.push(item);
    for (const inner of children(item)) if (typeof inner === "object" && inner !== null) work.push(inner);
  }
  return found;
}

/** Properties that are about the text around, or no part of the tree. */
const hidden: ReadonlySet<string> = new Set(["context", "index", "pathStart"]);
const offsets: ReadonlySet<string> = new Set(["start", "end", "operatorStart"]);

/** A tree as plain data, to compare, with `shift` subtracted from every offset. */
export function plain(node: unknown, shift = 0): unknown {
  if (Array.isArray(node)) return node.map((item) => plain(item, shift));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => isPart(node, key));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, offsets.has(key) ? (value as number) - shift : plain(value, shift)]),
  );
}

function isExpr(item: unknown): item is Expr {
  return typeof item === "object" && item !== null && "kind" in item;
}

function children(item: unknown): unknown[] {
  if (typeof item !== "object" || item === null) return [];
  return Object.entries(item)
    .filter(([key]) => isPart(item, key))
    .map(([, value]) => value);
}

/** `index` is the element of an index call, but a look-up table of bindings. */
function isPart(node: object, key: string): boolean {
  return "kind" in node || !hidden.has(key);
}
