/** Functions, and values of whatever type. */
import { type Code, choice, code, nested, oneOf } from "../code.js";
import type { Grammar } from "./grammar.js";
import { wrapped } from "./wrapped.js";

export function unaryFunction(grammar: Grammar): Code {
  const { int, binary, unary, bindings } = grammar;
  const own = choice(
    [4, code`(i: ${int})`],
    [1, code`(j: ${int})`],
    [2, code`(${binary} ${int})`],
    [1, code`(builtins.add ${int})`],
    [1, code`{ __functor = r: i: ${int}; ${bindings} }`],
  );
  return wrapped(grammar, unary, { names: ["f"], literal: oneOf("(i: i)", "(i: i + 1)", "(builtins.sub 3)"), own });
}

export function binaryFunction(grammar: Grammar): Code {
  const { int, binary, unary } = grammar;
  const own = choice([4, code`(i: j: ${int})`], [1, code`(i: ${unary})`], [1, code`(i: let j = ${int}; in ${unary})`]);
  return wrapped(grammar, binary, {
    names: ["h"],
    literal: oneOf("(i: j: i - j)", "builtins.sub", "builtins.add", "(i: j: i)"),
    own,
  });
}

export function setFunction(grammar: Grammar): Code {
  const { int, formals, setFunction } = grammar;
  const own = choice([4, code`(${formals}: ${int})`], [1, code`(r: ${int})`]);
  return wrapped(grammar, setFunction, {
    names: ["g"],
    literal: oneOf("({ ... }: 1)", "({ i ? 2, ... }: i)", "(r: r.i or 0)"),
    own,
  });
}

export function anything(grammar: Grammar): Code {
  const { int, float, bool, string, ints, list, set, unary, binary, setFunction } = grammar;
  return nested(
    [1, oneOf("null", "x", "wr", "ws", "wi")],
    [4, int],
    [2, float],
    [2, bool],
    [4, string],
    [2, ints],
    [3, list],
    [4, set],
    [1, choice([1, unary], [1, binary], [1, setFunction])],
    [1, oneOf("builtins.add", "(builtins.add 1)", "map", "./.", "./a/../b", "/.", "(x: x)")],
    [1, oneOf("__curPos.line", '(throw "x")', "(1 + null)", "{ }.missing", "(assert false; 1)", "(let x = x; in x)")],
    // No columns: what is inherited stands elsewhere in Nix 2.8.
    [1, code`(builtins.unsafeGetAttrPos "${oneOf("i", "s", "r", "x")}" ${set}).line or null`],
    [1, code`${set}.${oneOf("i", "s", "r", "x", "r.i", "l")}`],
    [1, code`(toString ${oneOf("./.", "./a/b")} + ${string})`],
    [1, code`(./. + ${oneOf('"/a"', '"b"', '"/../c"', '""', '"/"')})`],
  );
}
