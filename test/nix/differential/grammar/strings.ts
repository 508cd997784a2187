/** Strings, with and without contexts. */
import { type Code, choice, code, many, oneOf } from "../code.js";
import type { Grammar } from "./grammar.js";
import { count, indentedText, quotedText, smallInt } from "./literals.js";
import { wrapped } from "./wrapped.js";

export function string(grammar: Grammar): Code {
  const { string, any, int, list, set, float, bool } = grammar;
  const strings = code`[ ${many(string, 3)} ]`;
  // Nix 2.8 computes every replacement, also those that are not used: they must not fail.
  const replacement = choice([2, code`"${quotedText}"`], [1, oneOf('(builtins.toFile "f" "")')]);
  const own = choice(
    [4, code`"${quotedText}\${${string}}${quotedText}"`],
    [2, code`''${indentedText}\${${string}}${indentedText}''`],
    [4, code`(${string} + ${string})`],
    [3, code`(toString ${any})`],
    [1, code`(toString ${float})`],
    [1, code`(toString ${list})`],
    [3, code`(json ${any})`],
    [2, code`(builtins.concatStringsSep ${string} ${strings})`],
    [2, code`(builtins.substring ${count} ${smallInt} ${string})`],
    [2, code`(builtins.replaceStrings [ ${string} ] [ ${replacement} ] ${string})`],
    [
      2,
      code`(builtins.replaceStrings ${oneOf('[ "a" "" ]', '[ "" "x" ]', '[ "a" "aa" ]', '[ "aa" "a" ]')} [ ${replacement} ${replacement} ] ${string})`,
    ],
    [1, code`(builtins.typeOf ${any})`],
    [2, code`(builtins.toFile "n" ${string})`],
    [
      2,
      oneOf(
        '(builtins.toFile "a" "")',
        '"${builtins.toFile "b" ""}/b"',
        '"a${builtins.toFile "c" ""}${builtins.toFile "d" ""}"',
      ),
    ],
    [1, code`"\${./data.txt}"`],
    [1, code`(builtins.unsafeDiscardStringContext ${string})`],
    [1, code`(baseNameOf ${string})`],
    [1, code`(dirOf ${string})`],
    [1, code`"\${{ __toString = r: ${string}; ${grammar.bindings} }}"`],
    [1, code`"\${{ outPath = ${string}; }}"`],
    [1, code`(toString (${set} // { __toString = q: q.s or ${string}; }))`],
    [1, code`"\${${any}}"`],
    [1, code`(builtins.concatStringsSep "," (map toString ${list}))`],
    [1, code`(builtins.concatStringsSep "," (builtins.attrNames ${set}))`],
    [1, code`(builtins.toJSON (builtins.fromJSON (json ${any})))`],
    [1, code`(toString ${int})`],
    [1, code`(toString ${bool})`],
  );
  return wrapped(grammar, string, {
    names: ["s", "t"],
    withNames: ["ws"],
    literal: choice(
      [3, code`"${quotedText}"`],
      [1, code`''${indentedText}''`],
      [2, oneOf('"i"', '"s"', '"r"', '"x"', '"1.2"', '""')],
    ),
    own,
  });
}
