let
  inherit (builtins) stringLength substring concatStringsSep replaceStrings toString;
in
{
  toString = map toString [ 1 (-1) 1.5 true false null "s" [ 1 [ 2 [ ] 3 ] "x" ] /a/b { __toString = self: "me ${self.n}"; n = "7"; } { outPath = "/out"; } [ ] [ [ ] ] [ "" "" ] [ true null false ] ];
  floats = map toString [ 0.1 1.0e10 123456789.123 (-0.5) ];
  stringLength = [ (stringLength "") (stringLength "abc") (stringLength "é") (stringLength "\n") ];
  substring = [ (substring 0 2 "hello") (substring 1 100 "hello") (substring 10 2 "hello") (substring 0 (-1) "hello") (substring 2 (-5) "hello") (substring 0 0 "hello") (substring 5 1 "hello") (substring 1 1 { outPath = "xyz"; }) ];
  concat = [ (concatStringsSep ", " [ "a" "b" "c" ]) (concatStringsSep "-" [ ]) (concatStringsSep "" [ "a" { outPath = "/o"; } ]) (concatStringsSep "x" [ "" "" ]) ];
  replace = [
    (replaceStrings [ "a" "b" ] [ "b" "a" ] "abcab")
    (replaceStrings [ "oo" "o" ] [ "1" "2" ] "fooo boo")
    (replaceStrings [ "" ] [ "-" ] "abc")
    (replaceStrings [ "" "a" ] [ "-" "A" ] "abc")
    (replaceStrings [ "a" "" ] [ "A" "-" ] "abc")
    (replaceStrings [ "" ] [ "x" ] "")
    (replaceStrings [ "abc" ] [ "" ] "xabcabcy")
    (replaceStrings [ ] [ ] "abc")
    (replaceStrings [ "$&" "$1" ] [ "$$" "$&" ] "a$&b$1")
    (replaceStrings [ "$" ] [ "$&" ] "a$b")
    (replaceStrings [ "b" ] [ "$&$'" ] "abc")
    (replaceStrings [ "é" ] [ "e" ] "café")
    (replaceStrings [ "\n" "\t" ] [ "\\n" "\\t" ] "a\nb\tc")
  ];
}
