let
  inherit (builtins) length head tail elemAt elem map genList concatLists filter concatMap partition groupBy all any foldl' seq tryEval;
  boom = throw "must not be computed";
in
{
  length = [ (length [ ]) (length [ 1 boom 3 ]) ];
  head = head [ 1 boom ];
  tail = [ (tail [ 1 ]) (length (tail [ boom boom ])) ];
  elemAt = [ (elemAt [ 1 2 3 ] 0) (elemAt [ boom 2 ] 1) ];
  elemFunction = let f = x: x; in [ (elem f [ f ]) (elem (x: x) [ (x: x) ]) ];
  elem = [ (elem 1 [ ]) (elem 1.0 [ 0 1 ]) (elem "a" [ "a" boom ]) (elem { a = 1; } [ { a = 1; } ]) ];
  map = [ (map (x: x * 2) [ 1 2 3 ]) (head (map (x: 1) [ boom ])) ];
  genList = [ (genList (x: x * x) 4) (genList (x: x) 0) (length (genList (x: boom) 3)) ];
  concatLists = [ (concatLists [ [ 1 ] [ ] [ 2 3 ] ]) (concatLists [ ]) (length (concatLists [ [ boom ] [ boom ] ])) ];
  filter = [ (filter (x: x > 1) [ 1 2 3 ]) (length (filter (x: true) [ boom ])) ];
  concatMap = [ (concatMap (x: [ x (x * 10) ]) [ 1 2 ]) (concatMap (x: [ ]) [ 1 2 ]) ];
  partition = partition (x: x > 1) [ 1 2 3 0 ];
  groupBy = groupBy (x: if x > 1 then "big" else "small") [ 1 2 3 0 ];
  all = [ (all (x: x) [ ]) (all (x: x) [ true false boom ]) (all (x: x == 1) [ 1 1 ]) ];
  any = [ (any (x: x) [ ]) (any (x: x) [ false true boom ]) (any (x: x == 2) [ 1 1 ]) ];
  fold = [ (foldl' (a: b: a + b) 0 [ 1 2 3 ]) (foldl' (a: b: b) boom [ 1 ]) (foldl' (a: b: a ++ [ b ]) [ ] [ 3 1 2 ]) ];
  strict = (tryEval (foldl' (a: b: if b == 1 then throw "now" else 0) 0 [ 1 2 ])).success;
}
