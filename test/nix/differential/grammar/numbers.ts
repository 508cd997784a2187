/** Ints, floats, booleans. */
import { type Code, choice, code, oneOf } from "../code.js";
import type { Grammar } from "./grammar.js";
import { anyInt, count, float as floatLiteral } from "./literals.js";
import { wrapped } from "./wrapped.js";

export function int(grammar: Grammar): Code {
  const { int, any, bool, float, ints, list, string, unary, binary, setFunction, set } = grammar;
  const own = choice(
    [6, code`(${int} ${oneOf("+", "-", "*", "+", "-", "*", "/")} ${int})`],
    [1, code`(builtins.${oneOf("add", "sub", "mul", "div", "bitAnd", "bitOr", "bitXor")} ${int} ${int})`],
    [1, code`(- ${int})`],
    [3, code`(${unary} ${int})`],
    [3, code`(${binary} ${int} ${int})`],
    [3, code`(${setFunction} ${set})`],
    [1, code`(builtins.length ${list})`],
    [1, code`(builtins.stringLength ${string})`],
    [2, code`(builtins.elemAt ([ 1 2 ] ++ ${ints}) ${count})`],
    [1, code`(builtins.head (${ints} ++ [ 1 ]))`],
    [2, code`(builtins.foldl' ${binary} ${int} ${ints})`],
    [1, code`(builtins.foldl' (i: x: ${int}) ${int} ${list})`],
    [1, code`(builtins.${oneOf("ceil", "floor")} ${float})`],
    [1, code`(builtins.compareVersions ${string} ${string})`],
    [1, code`(builtins.fromJSON (json ${int}))`],
    [1, code`(builtins.length (builtins.attrNames ${set}))`],
    [1, code`(if ${bool} then ${int} else ${any})`],
  );
  return wrapped(grammar, int, { names: ["i", "j"], withNames: ["wi"], literal: anyInt, own });
}

export function float(grammar: Grammar): Code {
  const { float, int } = grammar;
  const own = choice(
    [4, code`(${float} ${oneOf("+", "-", "*", "/")} ${float})`],
    [1, code`(${float} ${oneOf("+", "-", "*", "/")} ${int})`],
    [1, code`(${int} ${oneOf("+", "-", "*", "/")} ${float})`],
    [1, code`(builtins.fromJSON (toString ${float}))`],
  );
  return wrapped(grammar, float, { names: ["d"], literal: floatLiteral, own });
}

export function bool(grammar: Grammar): Code {
  const { bool, int, float, string, ints, list, set, any } = grammar;
  const order = oneOf("<", "<=", ">", ">=");
  const same = oneOf("==", "!=");
  const attribute = oneOf("i", "s", "r", "x", "r.i", "r.r.s", '"a b"', "missing");
  const own = choice(
    [3, code`(${bool} ${oneOf("&&", "||", "->")} ${bool})`],
    [1, code`(! ${bool})`],
    [2, code`(${int} ${order} ${int})`],
    [1, code`(${int} ${order} ${float})`],
    [1, code`(${float} ${order} ${float})`],
    [1, code`(${string} ${order} ${string})`],
    [1, code`(${ints} ${order} ${ints})`],
    [1, code`(${list} ${order} ${list})`],
    [3, code`(${any} ${same} ${any})`],
    [1, code`(${int} ${same} ${float})`],
    [1, code`(${set} ${same} ${set})`],
    [1, code`(${list} ${same} ${list})`],
    [1, code`(let x = ${any}; in x == x)`],
    [1, code`(let x = ${any}; in [ x ] == [ x ])`],
    [2, code`(${set} ? ${attribute})`],
    [1, code`(${any} ? ${attribute})`],
    [1, code`(${set} ? \${${string}})`],
    [1, code`(builtins.hasAttr ${string} ${set})`],
    [1, code`(builtins.elem ${any} ${list})`],
    [1, code`(builtins.${oneOf("any", "all")} (i: ${bool}) ${ints})`],
    [1, code`(builtins.${oneOf("isInt", "isFloat", "isString", "isBool", "isList", "isAttrs", "isFunction")} ${any})`],
    [1, code`(builtins.tryEval ${any}).success`],
    [1, code`(builtins.hasContext ${string})`],
    [1, code`(builtins.lessThan ${int} ${any})`],
  );
  return wrapped(grammar, bool, { names: ["b"], literal: oneOf("true", "false"), own });
}
