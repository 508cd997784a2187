/** Attribute sets, bindings, and the patterns of functions that take sets. */
import fc from "fast-check";
import { type Code, choice, code, many, oneOf, some } from "../code.js";
import type { Grammar } from "./grammar.js";
import { wrapped } from "./wrapped.js";

export function set(grammar: Grammar): Code {
  const { set, any, bindings, attributes, bool, int, string, ints, list, setFunction } = grammar;
  const names = many(string, 3);
  const pair = code`{ name = ${string}; value = ${any}; }`;
  const own = choice(
    [8, code`{ ${attributes} }`],
    [3, code`(rec { ${attributes} })`],
    [4, code`(${set} // ${set})`],
    [1, code`(let { ${bindings} body = ${set}; })`],
    [2, code`(builtins.mapAttrs (s: x: ${any}) ${set})`],
    [1, code`(removeAttrs ${set} [ ${names} ])`],
    [1, code`(builtins.listToAttrs [ ${many(pair, 3)} ])`],
    [1, code`(builtins.listToAttrs (map (i: { name = toString i; value = ${any}; }) ${ints}))`],
    [1, code`(builtins.intersectAttrs ${set} ${set})`],
    [1, code`(builtins.groupBy (x: ${string}) ${list})`],
    [1, code`(builtins.groupBy (i: toString (i / 2)) ${ints})`],
    [1, code`(builtins.zipAttrsWith (s: m: ${any}) [ ${many(set, 3)} ])`],
    [1, code`(builtins.zipAttrsWith (s: m: m) [ ${many(set, 3)} ])`],
    [1, code`(builtins.partition (x: ${bool}) ${list})`],
    [2, code`(builtins.tryEval ${any})`],
    [1, code`(builtins.getContext ${string})`],
    [1, code`(builtins.functionArgs ${setFunction})`],
    [1, code`(builtins.parseDrvName ${string})`],
    [1, code`(builtins.fromJSON (json ${set}))`],
    [1, code`(rec { ${bindings} __overrides = { i = ${int}; }; })`],
    [1, code`(let r = { ${attributes} }; in r // { inherit r; })`],
  );
  const literal = oneOf(
    "{ }",
    "{ i = 1; }",
    '{ s = "x"; r.i = 2; }',
    '{ "a b" = 1; if_ = 2; "if" = 3; }',
    '{ "1" = null; x = 1; }',
  );
  return wrapped(grammar, set, { names: ["r", "q"], withNames: ["wr"], literal, own });
}

/** Bindings that a `let` may have. */
export function bindings(grammar: Grammar): Code {
  const { int, float, bool, string, ints, list, set, unary, binary, setFunction, any } = grammar;
  const values: Readonly<Record<string, Code>> = {
    i: int,
    j: int,
    d: float,
    b: bool,
    s: string,
    t: string,
    l: ints,
    m: list,
    f: unary,
    h: binary,
    g: setFunction,
    x: any,
    wi: int,
    q: set,
  };
  const rows = Object.entries(values).map(([name, value]) => binding(grammar, name, value));
  return shuffled([...rows, nested(grammar), code`inherit (${set} // { ws = ${string}; wr = ${set}; }) ws wr;`]);
}

/** Bindings of a set, which may compute their names as well. */
export function attributes(grammar: Grammar): Code {
  const { any, int, string } = grammar;
  const dynamic = choice(
    [1, code`\${${string}} = ${any};`],
    [1, oneOf("${null} = 1;")],
    [1, code`"\${${string}}".i = ${int};`],
    [1, code`"a b" = ${any};`],
    [1, code`"if" = ${any};`],
  );
  return fc.oneof(
    { weight: 3, arbitrary: grammar.bindings },
    { weight: 1, arbitrary: code`${grammar.bindings} ${dynamic}` },
  );
}

function binding({ set }: Grammar, name: string, value: Code): Code {
  const it = fc.constant(name);
  return choice(
    [10, code`${it} = ${value};`],
    [1, code`inherit ${it};`],
    [1, code`inherit ({ ${it} = ${value}; }) ${it};`],
    [1, code`inherit (${set} // { ${it} = ${value}; }) ${it};`],
  );
}

/** What one may write of the attribute `r`, in one piece or in several. */
function nested({ int, string, set, any }: Grammar): Code {
  return choice(
    [2, code`r = ${set};`],
    [1, code`r.i = ${int}; r.s = ${string};`],
    [1, code`r = { i = ${int}; }; r.x = ${any};`],
    [1, code`r.r.i = ${int}; r.r.r = ${set};`],
    [1, code`r = rec { i = ${int}; s = ${string}; }; r.j = ${int};`],
    [1, code`r.r = { i = j; }; r.j = ${int};`],
    [1, code`"r" = ${set};`],
  );
}

/** At most four of the pieces, in any order. */
function shuffled(pieces: readonly Code[]): Code {
  return fc
    .shuffledSubarray([...pieces], { maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen))
    .map((texts) => texts.join(" "));
}

export function formals({ int, string, any, set }: Grammar): Code {
  const list = some([
    choice([1, oneOf("i,")], [4, code`i ? ${int},`]),
    choice([1, oneOf("s,")], [4, code`s ? ${string},`]),
    choice([1, oneOf("r,")], [4, code`r ? ${set},`]),
    code`x ? ${any},`,
  ]);
  const pattern = fc.tuple(list, oneOf("...", "...", "...", "...", "...", "...", "")).map(([names, rest]) => {
    return `{ ${rest === "" ? names.replace(/,$/, "") : `${names} ${rest}`} }`;
  });
  return choice([3, pattern], [1, code`q@${pattern}`], [1, code`${pattern}@q`]);
}
