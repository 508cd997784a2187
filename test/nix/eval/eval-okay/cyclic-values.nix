# A set, and a list of more than two elements, is printed once; a short list once for each place that holds it.
let
  set = { self = set; list = [ set set set ]; inner = { outer = set; }; };
  long = [ long long long ];
  short = [ short ];
  pair = [ { inherit pair; } pair ];
  shared = { x = 1; };
  same = x: x;
  one = [ 1 ];
  three = [ 1 2 3 ];
in
[
  set
  long
  short
  pair
  [ (same shared) (same shared) (shared // { }) ({ } // shared) (shared // { y = 2; }) ]
  [ (removeAttrs shared [ ]) (builtins.intersectAttrs shared shared) (builtins.mapAttrs (_: v: v) shared) ]
  { a = same one; b = same one; c = one; d = one; e = (builtins.tryEval one).value; }
  (builtins.tryEval one // { inherit one; })
  { a = same three; b = same three; c = three; d = (builtins.tryEval three).value; }
  [ (three ++ [ ]) ([ ] ++ three) (builtins.filter (_: true) three) (builtins.concatLists [ three ]) ]
  [ (builtins.tail ([ 0 ] ++ three)) (builtins.concatMap same [ three ]) (map same three) (builtins.sort builtins.lessThan three) ]
  (builtins.genList (_: builtins.attrNames { a = 1; b = 2; c = 3; }) 2)
  [ { } { } [ ] [ ] ]
]
