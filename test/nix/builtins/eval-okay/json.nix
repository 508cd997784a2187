let
  inherit (builtins) toJSON fromJSON;
in
{
  to = map toJSON [ null true false 1 (-1) 9223372036854775807 "a\"b\\c\n\r\t" "é😀" [ ] { } [ 1 [ 2 ] ] { b = 1; a = { c = null; }; "é" = 2; "a b" = 3; } { __toString = self: "x"; a = 1; } { outPath = "/o"; a = 1; } { outPath = { outPath = 1; }; } ];
  from = map fromJSON [ "null" "[]" "{}" " [ 1 , 2.5, -3e2 ] " "{\"a\":{\"b\":[true,false,null]}}" "\"\\u00e9\\ud83d\\ude00\\n\\/\"" "{\"a\":1,\"a\":2}" "9223372036854775807" "-9223372036854775808" "1.0" "1e2" "1E+2" "-0" "\"é\"" "{\"b\":1,\"a\":2,\"\":3}" "18446744073709551616" "-9223372036854775809" ];
  types = map builtins.typeOf (fromJSON "[1, 1.0, 1e0, 12345678901234567, 1.5]");
  deep = builtins.length (fromJSON (builtins.concatStringsSep "" (builtins.genList (_: "[") 5000 ++ builtins.genList (_: "]") 5000)));
  roundTrip = let v = { a = [ 1 "x" null true { } ]; "b c" = "\"\\"; }; in fromJSON (toJSON v) == v;
}
