# Functions equal nothing unless they are one value in one place; NaN equals nothing, likewise.
let
  f = x: x;
  set = { inherit f; };
  list = [ f ];
  nan = 1.0e308 * 10 - 1.0e308 * 10;
  boom = throw "compared";
  drv = type: outPath: rest: { inherit type outPath rest; };
in
{
  functions = [ (f == f) ([ f ] == [ f ]) ({ a = f; } == { a = f; }) (set == set) (set.f == set.f) ([ set.f ] == [ set.f ]) ];
  lists = [ (list == list) (list == [ f ]) (list == [ (x: x) ]) (builtins.elem f list) (builtins.elem f [ 1 set.f ]) ];
  primOps = [ (map == map) ([ map ] == [ map ]) ([ builtins.map ] == [ builtins.map ]) (map == builtins.map) ];
  nan = [ (nan == nan) ([ nan ] == [ nan ]) (nan != nan) (nan < nan) (nan <= nan) (nan > 1) (1 >= nan) ];
  numbers = [ (1 == 1.0) (1.0 == 1) ([ 1 ] == [ 1.0 ]) (9007199254740993 == 9007199254740992.0) (0.0 == -0.0) ];
  types = [ (null == false) ([ ] == { }) ("" == null) ("1" == 1) ("/a" == /a) (/a == /a) (/a == /b) ];
  lazy = [ ([ 1 boom ] == [ 2 boom ]) ([ 1 boom ] == [ 1 ]) ({ a = boom; } == { b = boom; }) ({ a = boom; } == { }) ];
  unlazy = map (x: (builtins.tryEval x).success) [ ([ boom ] == [ 1 ]) ([ boom ] == [ boom ]) (boom == boom) ];
  derivations = [
    (drv "derivation" "/x" 1 == drv "derivation" "/x" 2)
    (drv "derivation" "/x" 1 == drv "derivation" "/y" 1)
    (drv "other" "/x" 1 == drv "other" "/x" 2)
    (drv "derivation" "/x" 1 == drv "other" "/x" 1)
    ({ type = "derivation"; } == { type = "derivation"; })
    (drv "derivation" "/x" boom == drv "derivation" "/x" boom)
  ];
  nested = [ ({ a.b = [ 1 { c = 2; } ]; } == { a.b = [ 1 { c = 2; } ]; }) ({ a.b = 1; } == { a.b = 2; }) ];
  order = [ ([ 1 2 ] < [ 1 3 ]) ([ ] < [ 1 ]) ([ 1 ] < [ ]) ([ 1 "a" ] < [ 2 1 ]) ([ null 1 ] < [ null 2 ]) ([ [ 1 ] ] < [ [ 2 ] ]) ];
  bytes = [ ("a" < "B") ("é" < "z") ("" < "a") ("a" < "a ") (/a < /b) ];
}
