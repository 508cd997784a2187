# Some operators are calls of a variable, which the text may bind; a `with` does not count.
let
  pair = a: b: [ a b ];
  boom = throw "not needed";
in
[
  (let __sub = pair; in [ (5 - 3) (-1) (- - 1) (1 - 2 - 3) ])
  (let __mul = pair; __div = a: b: b; in [ (2 * 3) (boom / 2) ])
  (let __lessThan = pair; in [ (1 < 2) (1 > 2) ])
  (let __lessThan = a: b: a == 1; in [ (1 < 2) (1 <= 2) (1 > 2) (1 >= 2) ])
  (with { __sub = pair; }; 5 - 3)
  ((__lessThan: 1 < 2) (a: b: "argument"))
  (rec { __mul = a: b: "inner"; x = 2 * 3; }).x
  (let __sub = pair; f = x: x - 1; in f 3)
  (let __findFile = pair; __nixPath = "path"; in <some/file>)
  (let __findFile = path: name: name; in <nixpkgs>)
  (let __nixPath = [ { prefix = "here"; path = toString ./.; } ]; in <here> == ./.)
  (builtins.sort (let __lessThan = a: b: builtins.lessThan b a; in a: b: a < b) [ 1 3 2 ])
  (builtins.tryEval (with { __findFile = pair; }; <no-such-name-anywhere>)).success
  (let __add = pair; __concatLists = pair; __eq = pair; in [ (1 + 2) (1 == 1) ([ ] ++ [ ]) ])
]
