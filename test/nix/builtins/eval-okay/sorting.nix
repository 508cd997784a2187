let
  inherit (builtins) sort lessThan genericClosure genList map stringLength length;
  byKey = a: b: a.k < b.k;
  pseudoRandom = genList (i: (i * 7919 + 104729) / 3 - ((i * 7919 + 104729) / 3 / 1009) * 1009) 300;
  isSorted = l: builtins.all (i: builtins.elemAt l i <= builtins.elemAt l (i + 1)) (genList (x: x) (length l - 1));
in
{
  numbers = sort lessThan [ 3 1 2.5 2 ];
  strings = sort lessThan [ "b" "a" "B" "" "ab" "é" ];
  descending = sort (a: b: a > b) [ 1 2 3 2 ];
  stable = sort byKey [ { k = 2; v = 1; } { k = 1; v = 2; } { k = 2; v = 3; } { k = 1; v = 4; } { k = 0; v = 5; } ];
  lists = sort lessThan [ [ 2 ] [ 1 2 ] [ 1 ] [ ] ];
  paths = sort lessThan [ /b /a/c /a ];
  large = isSorted (sort lessThan pseudoRandom);
  words = sort (a: b: stringLength a < stringLength b) [ "ccc" "a" "bb" "b" "aa" ];
  closure = genericClosure {
    startSet = [ { key = 5; } ];
    operator = { key }: if key == 0 then [ ] else [ { key = key - 1; } { key = key / 2; } ];
  };
  closureOfStrings = map (x: x.key) (genericClosure {
    startSet = [ { key = "a"; } { key = "b"; v = 1; } { key = "a"; v = 2; } ];
    operator = x: if stringLength x.key < 3 then [ { key = x.key + "x"; } ] else [ ];
  });
  closureOfMixed = map (x: x.key) (genericClosure {
    startSet = [ { key = 1; } { key = 1.0; } { key = 2.5; } { key = 2; } ];
    operator = x: if x.key < 3 then [ { key = x.key + 1; } ] else [ ];
  });
  closureOfLists = map (x: x.key) (genericClosure {
    startSet = [ { key = [ 1 ]; } { key = [ 1 ]; } { key = [ 0 ]; } { key = [ ]; } ];
    operator = x: [ ];
  });
}
