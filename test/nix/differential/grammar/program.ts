/** Whole programs: the names that may occur, then something that leaves part of its value unevaluated. */
import { type Code, choice, code, oneOf } from "../code.js";
import { grammar } from "./grammar.js";

/** Around every program. */
export const preamble = [
  // Nix 2.8 writes other digits of floats than later ones.
  "let json = let plain = v: if builtins.isFloat v then toString v else if builtins.isList v then map plain v else",
  "  if builtins.isAttrs v && !(v ? outPath || v ? __toString) then builtins.mapAttrs (_: plain) v else v;",
  "in v: builtins.toJSON (plain v); in",
  'with { wi = 10; ws = "with"; wr = { i = 5; s = "q"; }; };',
  'let i = 1; j = -7; d = 1.5; b = true; s = "s"; t = "tt"; l = [ 3 1 2 ]; m = [ 1 "a" null ];',
  'r = { i = 1; s = "x"; r = { i = 9; s = "r"; }; l = [ 2 1 ]; x = { i = 1; }; };',
  'q = { l = [ 1 ]; i = -1; j = 2; b = false; s = "q"; t = "t"; f = i: 2 * i; r = { x = 3; }; }; x = null;',
  "f = i: i + 1; h = i: j: i * j; g = { i ? 1, ... }: i; in",
].join("\n");

const { any, set, list, int, string, bindings } = grammar;
const attribute = oneOf("i", "s", "r", "x", "l", "q");

const context = oneOf('${builtins.toFile "a" ""}', '${builtins.toFile "b" ""}', "${./data.txt}", "");

const body = choice(
  [2, any],
  [3, code`[ ${any} ${any} ${any} ]`],
  [3, set],
  [3, code`let ${bindings} in [ ${any} ${any} i s r l x ]`],
  [2, code`let r = ${set}; in builtins.seq (r.${attribute} or 0) [ r ${any} r ]`],
  [1, code`let m = ${list}; in builtins.seq (builtins.length m > 0 && builtins.seq (builtins.head m) true) m`],
  [1, code`let x = ${any}; in builtins.deepSeq x { inherit x; r = ${set}; }`],
  [2, code`let s = "${context}\${${string}}${context}"; in [ s (builtins.getContext s) ]`],
  [1, code`let x = ${any}; i = ${int}; in [ (builtins.tryEval x) (i + 1) x i ]`],
);

export const program: Code = body.map((text) => `${preamble}\n${text}`);
