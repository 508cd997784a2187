/** Lists of ints, and lists of anything. */
import { type Code, choice, code, many, oneOf } from "../code.js";
import type { Grammar } from "./grammar.js";
import { count, smallInt } from "./literals.js";
import { wrapped } from "./wrapped.js";

export function ints(grammar: Grammar): Code {
  const { ints, int, bool, unary, binary } = grammar;
  const own = choice(
    [3, code`[ ${many(int, 5)} ]`],
    [3, code`(${ints} ++ ${ints})`],
    [2, code`(map (i: ${unary} i) ${ints})`],
    [2, code`(builtins.filter (i: ${bool}) ${ints})`],
    [2, code`(builtins.genList (i: ${unary} i) ${count})`],
    [2, code`(builtins.sort (i: j: ${oneOf("i < j", "j < i", "i / 2 < j / 2", "false")}) ${ints})`],
    [1, code`(builtins.sort builtins.lessThan ${ints})`],
    [1, code`(builtins.concatLists [ ${ints} ${ints} ])`],
    [1, code`(builtins.concatMap (i: ${ints}) ${ints})`],
    [1, code`(builtins.tail ([ 1 ] ++ ${ints}))`],
    [1, code`(builtins.partition (i: ${bool}) ${ints}).${oneOf("right", "wrong")}`],
    [1, code`(builtins.foldl' (l: i: [ (${binary} i 1) ] ++ l) ${ints} ${ints})`],
    [1, code`(builtins.fromJSON (json ${ints}))`],
    [1, code`(builtins.catAttrs "i" [ ${many(grammar.set, 3)} ])`],
  );
  return wrapped(grammar, ints, { names: ["l"], literal: oneOf("[ ]", "[ 1 ]", "[ 3 1 2 ]", "[ 1 2 1 3 ]"), own });
}

export function list(grammar: Grammar): Code {
  const { list, any, ints, bool, set, string, setFunction } = grammar;
  const pairs = "(x: i: { i = i; k = x; })";
  const own = choice(
    [6, code`[ ${many(any, 4)} ]`],
    [2, code`(${list} ++ ${list})`],
    [2, code`(map (x: ${any}) ${list})`],
    [1, code`(builtins.filter (x: ${bool}) ${list})`],
    [1, code`(builtins.genList (i: ${any}) ${count})`],
    [1, code`(builtins.attrNames ${set})`],
    [1, code`(builtins.attrValues ${set})`],
    [1, code`(builtins.split ${oneOf('"a"', '"(a)|b"', '"[[:space:]]+"', '"(x)(y)?"', '""')} ${string})`],
    [1, code`(builtins.tail ([ 1 ] ++ ${list}))`],
    [1, code`(builtins.concatMap (x: ${list}) ${list})`],
    [1, code`(builtins.catAttrs "${oneOf("x", "r", "i")}" [ ${many(set, 3)} ])`],
    [1, code`(builtins.sort (q: r: q.k < r.k) (map (i: { k = i / 3; inherit i; x = ${any}; }) ${ints}))`],
    [1, code`(builtins.sort (x: r: ${bool}) ${list})`],
    [
      1,
      code`(builtins.genericClosure { startSet = [ { key = ${smallInt}; } ]; operator = r: if r.key < 4 then [ { key = r.key + 1; x = ${any}; } ] else [ ]; })`,
    ],
    [1, code`(builtins.genericClosure { startSet = map (x: { key = x; }) ${list}; operator = r: [ ]; })`],
    [1, code`(map (x: ${oneOf(pairs)} x 1) ${list})`],
    [1, code`[ (builtins.functionArgs ${setFunction}) ]`],
    [1, code`(builtins.splitVersion ${string})`],
    [1, code`(builtins.sort builtins.lessThan ${list})`],
    [1, code`(builtins.fromJSON (json ${list}))`],
    [1, ints],
  );
  return wrapped(grammar, list, {
    names: ["m", "l"],
    literal: oneOf("[ ]", '[ 1 "a" null ]', "[ { i = 1; } 2.5 ]"),
    own,
  });
}
