/**
 * Random programs that mostly make sense. Every variable and attribute has a type by its name, wherever it
 * is bound, so any reference can stand anywhere, whatever `let`, `rec`, `with`, function or `//` has bound
 * or shadowed it; the preamble binds all of them once more around the whole. Few productions break the
 * types, and these do it on purpose.
 *
 * | names | type |
 * |---|---|
 * | `i j` | int |
 * | `d` | float |
 * | `b` | bool |
 * | `s t` | string |
 * | `l` | list of ints |
 * | `m` | list of anything |
 * | `r q` | set |
 * | `f h g` | functions of an int, of two ints, and of a set, that give an int |
 * | `x` | anything |
 * | `wi ws wr` | int, string and set that only a `with` binds |
 */
import fc from "fast-check";
import type { Code } from "../code.js";
import { ints, list } from "./lists.js";
import { bool, float, int } from "./numbers.js";
import { attributes, bindings, formals, set } from "./sets.js";
import { string } from "./strings.js";
import { anything, binaryFunction, setFunction, unaryFunction } from "./values.js";

export interface Grammar {
  readonly int: Code;
  readonly float: Code;
  readonly bool: Code;
  readonly string: Code;
  readonly ints: Code;
  readonly list: Code;
  readonly set: Code;
  readonly unary: Code;
  readonly binary: Code;
  readonly setFunction: Code;
  readonly any: Code;
  /** What stands between `let` and `in`. */
  readonly bindings: Code;
  /** What stands between the braces of a set. */
  readonly attributes: Code;
  /** What stands before the colon of a function that takes a set. */
  readonly formals: Code;
}

/** The nonterminals; each production refers to the others through `grammar`. */
const productions: { readonly [N in keyof Grammar]: (grammar: Grammar) => Code } = {
  int,
  float,
  bool,
  string,
  ints,
  list,
  set,
  unary: unaryFunction,
  binary: binaryFunction,
  setFunction,
  any: anything,
  bindings,
  attributes,
  formals,
};

export const grammar: Grammar = fc.letrec<Record<keyof Grammar, string>>((tie) => {
  const names = Object.keys(productions) as (keyof Grammar)[];
  const lazy = Object.fromEntries(names.map((name) => [name, tie(name)])) as unknown as Grammar;
  return Object.fromEntries(names.map((name) => [name, productions[name](lazy)])) as unknown as Record<
    keyof Grammar,
    Code
  >;
});
