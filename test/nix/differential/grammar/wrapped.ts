/** What an expression of any type may be: a variable, or the type's own kind inside scopes and conditions. */
import { type Code, code, nested, oneOf } from "../code.js";
import type { Grammar } from "./grammar.js";

export interface TypeRules {
  /** Variables and attributes of the type. */
  readonly names: readonly string[];
  /** Those that only a `with` binds. */
  readonly withNames?: readonly string[];
  readonly literal: Code;
  /** The type's operators and builtins. */
  readonly own: Code;
}

export function wrapped(grammar: Grammar, self: Code, { names, withNames = [], literal, own }: TypeRules): Code {
  const { any, bool, int, set, string, bindings, formals } = grammar;
  const attribute = oneOf(...names, ...withNames);
  return nested(
    [6, literal],
    [10, oneOf(...names, ...withNames)],
    [30, own],
    [3, code`(let ${bindings} in ${self})`],
    [2, code`(with ${set}; ${self})`],
    [2, code`(with ${set} // { wi = ${int}; ws = ${string}; wr = ${set}; }; ${self})`],
    [1, code`(if ${bool} then ${self} else ${self})`],
    [1, code`(assert ${bool} -> ${bool}; ${self})`],
    [3, code`((${attribute}: ${self}) ${self})`],
    [3, code`((${formals}: ${self}) ${set})`],
    [1, code`(({ v ? ${self}, w ? throw "unused", ... }: v) ${set})`],
    [1, code`(({ v, w ? v }: w) { v = ${self}; })`],
    [2, code`((i: j: ${self}) ${int} ${int})`],
    [3, code`(${set}.${attribute} or ${self})`],
    [1, code`(${set}.r.${attribute} or ${self})`],
    [1, code`(${set}.\${${string}} or ${self})`],
    [1, code`({ v = ${oneOf('throw "v"', "assert false; 1")}; }.v or ${self})`],
    [1, code`({ v = ${self}; }.v or ${self})`],
    [1, code`(${set} // { v = ${self}; }).v`],
    [1, code`(builtins.seq ${any} ${self})`],
    [1, code`(builtins.deepSeq ${any} ${self})`],
    [1, code`(let v = builtins.tryEval ${self}; in if v.success then v.value else ${self})`],
    [1, code`(let v = builtins.tryEval (builtins.deepSeq ${any} 1); in if v.success then ${self} else ${self})`],
    [1, code`(builtins.getAttr "v" (${set} // { v = ${self}; }))`],
    [1, code`({ __functor = q: i: ${self}; ${bindings} } ${int})`],
    [1, code`(rec { ${bindings} v = ${self}; }).v`],
    [1, code`(throw ${string})`],
  );
}
