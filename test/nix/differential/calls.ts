/** Calls of builtins with every kind of argument, mostly of the right type, ordinary and hostile. */
import fc from "fast-check";
import { type Code, choice, code, many, oneOf } from "./code.js";
import { anyInt, float, quotedText, smallInt } from "./grammar/literals.js";

const int = choice([3, smallInt], [1, anyInt]);
const string = choice(
  [4, code`"${quotedText}"`],
  [2, oneOf('""', '"a"', '"aa"', '"abab"', '"a.b-c"', '"1.2.3"', '"hello world"', '"/a/b"', '"-"')],
  [1, oneOf('(builtins.toFile "n" "x")', '"${./data.txt}"', "(toString ./data.txt)", '"${builtins.toFile "m" "y"}/z"')],
);
const scalar = choice(
  [2, int],
  [1, float],
  [3, string],
  [1, oneOf("true", "false", "null", "./data.txt", "./a", "/.")],
);
const flat = code`[ ${many(scalar, 4)} ]`;
const name = oneOf("a", "b", "c", "name", "value", '"x y"', '"1"', '"é"', "key", "or");
const attrs = choice(
  [1, oneOf("{ }")],
  [3, code`(builtins.listToAttrs [ ${many(code`{ name = ${string}; value = ${scalar}; }`, 3)} ])`],
  [3, code`({ a = ${scalar}; } // { ${name} = ${scalar}; })`],
  [1, code`{ a = ${scalar}; b = ${flat}; c.d = ${scalar}; }`],
  [
    1,
    oneOf('{ outPath = "/x"; a = 1; }', '{ __toString = _: "s"; a = 1; }', '{ type = "derivation"; outPath = "/o"; }'),
  ],
);
const lambda = oneOf(
  ...[
    "(x: x)",
    "(x: [ x ])",
    "(x: 1)",
    '(x: "k")',
    "(x: true)",
    "toString",
    "(x: y: x)",
    "(x: y: y)",
    "(x: y: [ x y ])",
  ],
  ...["(x: x < 2)", "(x: y: x < y)", "(x: y: y < x)", "(x: y: x + y)", "({ a, ... }: a)", "{ __functor = _: x: x; }"],
  ...["(x: throw x)", "builtins.isString", "builtins.length", "(x: y: z: x)", "builtins.lessThan", "(x: toString x)"],
);
export const anything: Code = choice(
  [4, scalar],
  [2, flat],
  [2, attrs],
  [1, lambda],
  [1, code`[ ${many(flat, 2)} ${attrs} ]`],
  [1, oneOf('(throw "t")')],
);
const any = anything;
const list = choice([3, flat], [1, code`[ ${many(any, 4)} ]`]);
const ints = code`[ ${many(int, 6)} ]`;
const strings = code`[ ${many(string, 4)} ]`;
const setList = code`[ ${many(attrs, 3)} ]`;

const regex = oneOf(
  ...[
    '""',
    '"a"',
    '"(a)"',
    '"(a)|b"',
    '"(a|b)*"',
    '"((a)(b)?)+"',
    '".*"',
    '"(.*)\\\\.(.*)"',
    '"[a-c]+"',
    '"[^a]*"',
    '"a{1,2}"',
  ],
  ...[
    '"([[:alpha:]]+)([[:digit:]]*)"',
    '"[[:space:]]*([^ ]+) *"',
    '"(^|,)a"',
    '"a$"',
    '"^a"',
    '"\\\\$"',
    '"[]a]"',
    '"[^]a]+"',
  ],
  ...[
    '"a**"',
    '"("',
    '")"',
    '"["',
    '"a{"',
    '"*"',
    '"+a"',
    '"a|"',
    '"|a"',
    '"()"',
    '"\\\\"',
    '"[b-a]"',
    '"[[:foo:]]"',
    '"a{2,1}"',
  ],
  ...[
    '"[a-]"',
    '"(a*)*"',
    '"(a*)+b"',
    '"[.]"',
    '"\\\\."',
    '"x*"',
    '"b*|a"',
    '"(b)?"',
    '"."',
    '"[/-9]"',
    '"é"',
    '"\\n"',
  ],
);
const version = oneOf(
  ...[
    '""',
    '"1"',
    '"1.0"',
    '"1.0.0"',
    '"1.10"',
    '"1.9"',
    '"1.0pre1"',
    '"1.0-rc.2"',
    '"a"',
    '"2.3a"',
    '"01"',
    '"1..2"',
    '"1.-"',
  ],
  ...[
    '"99999999999999999999"',
    '"99999999999999999998"',
    '"4294967296"',
    '"2147483648"',
    '"pre"',
    '"é"',
    '"1.0."',
    '"-1"',
  ],
);
const packageName = oneOf(
  ...['"a-1"', '"a"', '"a-b-2.3"', '"-1"', '"a-"', '"a-b"', '"a--1"', '"a-é"', '""', '"a-1-b"', '"a_1-2"'],
);
const path = choice(
  [2, string],
  [2, oneOf("/.", "./.", "./a", '"/"', '"a/b/"', '"//a//"', '"a"', '"/a"', '"."', '""', '"/a/."')],
);
const json = oneOf(
  ...[
    "null",
    "1",
    "-0",
    "1.0",
    "1e3",
    "1E+2",
    "0.1",
    "-1.5e-3",
    "9223372036854775807",
    "-9223372036854775808",
    "01",
    "1.",
    ".5",
  ],
  ...[
    "[]",
    "{}",
    "[1,[2],{}]",
    '{"a":1,"b":[true,false,null]}',
    '{"a":1,"a":2}',
    " [ 1 , 2 ] ",
    "[1,]",
    '{"a"}',
    "tru",
    "nul",
  ],
  ...[
    '"\\u00e9"',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
    '"\\n\\t\\/\\b"',
    '"\t"',
    '"é"',
    '"a',
    "",
    " ",
    "1 2",
    "{'a':1}",
    "NaN",
    "-",
    "+1",
  ],
  ...['{"":0}', '{"if":1,"a b":2}', "[[[[[]]]]]", "1e400", "-1e400", "1e-400", "\\ufeff1", "[1]\\n", "/**/1", "0x1"],
).map((text) => `''${text.replaceAll("''", "'''").replaceAll("${", "''${")}''`);

/** Argument kinds by builtin. Those that depend on files or the environment have tests of their own. */
const signatures: Readonly<Record<string, readonly Code[]>> = {
  add: [choice([2, int], [1, float]), choice([2, int], [1, float])],
  addErrorContext: [string, any],
  all: [lambda, list],
  any: [lambda, list],
  appendContext: [string, oneOf("{ }", '(builtins.getContext "${./data.txt}")', "{ a = { path = true; }; }")],
  attrNames: [attrs],
  attrValues: [attrs],
  baseNameOf: [path],
  bitAnd: [int, int],
  bitOr: [int, int],
  bitXor: [int, int],
  catAttrs: [string, setList],
  ceil: [choice([2, float], [1, int])],
  compareVersions: [version, version],
  concatLists: [code`[ ${many(list, 3)} ]`],
  concatMap: [lambda, list],
  concatStringsSep: [string, list],
  deepSeq: [any, any],
  dirOf: [path],
  div: [choice([2, int], [1, float]), choice([2, int], [1, float])],
  elem: [any, list],
  elemAt: [list, int],
  filter: [lambda, list],
  floor: [choice([2, float], [1, int])],
  "foldl'": [lambda, any, list],
  fromJSON: [json],
  functionArgs: [lambda],
  genList: [lambda, smallInt],
  genericClosure: [
    code`{ startSet = map (x: { key = x; }) ${list}; operator = { key }: ${oneOf("[ ]", "[ { inherit key; } ]")}; }`,
  ],
  getAttr: [choice([1, string], [2, oneOf('"a"', '"b"')]), attrs],
  getContext: [string],
  groupBy: [lambda, list],
  hasAttr: [string, attrs],
  hasContext: [string],
  hashString: [oneOf('"md5"', '"sha1"', '"sha256"', '"sha512"', '"sha3"'), string],
  head: [list],
  intersectAttrs: [attrs, attrs],
  isAttrs: [any],
  isBool: [any],
  isFloat: [any],
  isFunction: [any],
  isInt: [any],
  isList: [any],
  isNull: [any],
  isPath: [any],
  isString: [any],
  length: [list],
  lessThan: [any, any],
  listToAttrs: [code`[ ${many(code`{ name = ${string}; value = ${any}; }`, 3)} ]`],
  map: [lambda, list],
  mapAttrs: [lambda, attrs],
  match: [regex, string],
  mul: [choice([2, int], [1, float]), choice([2, int], [1, float])],
  parseDrvName: [packageName],
  partition: [lambda, list],
  placeholder: [string],
  removeAttrs: [attrs, strings],
  replaceStrings: [strings, strings, string],
  seq: [any, any],
  sort: [lambda, choice([2, ints], [1, list])],
  split: [regex, string],
  splitVersion: [version],
  stringLength: [string],
  sub: [choice([2, int], [1, float]), choice([2, int], [1, float])],
  substring: [int, int, string],
  tail: [list],
  toFile: [string, string],
  toJSON: [any],
  toString: [any],
  toXML: [any],
  tryEval: [any],
  typeOf: [any],
  unsafeDiscardOutputDependency: [string],
  unsafeDiscardStringContext: [string],
  zipAttrsWith: [lambda, setList],
};

/** Sorting elements of which many are equal to the function, and yet different. */
const stableSort = code`map (x: x.i) (builtins.sort (a: b: a.k < b.k) (builtins.genList (i: { inherit i; k = i * ${oneOf("7", "3", "5")} - i * ${oneOf("7", "3", "5")} / ${oneOf("2", "4", "9")} * 3; }) ${oneOf("5", "20", "50")}))`;

/** A call, now and then with something odd where an argument of the right type is due. */
export function callsWith(odd: Code): Code {
  const argument = (kind: Code) => choice([12, kind], [1, odd]);
  const rows = Object.entries(signatures).map(([builtin, kinds]) => {
    const texts = fc.tuple(...kinds.map(argument)).map((values) => values.join(" "));
    return [1, code`${oneOf(`builtins.${builtin}`)} ${texts}`] as const;
  });
  return choice([1, stableSort], ...rows);
}

export const call: Code = callsWith(anything);
