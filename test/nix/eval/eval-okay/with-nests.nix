# The nearest `with` that has the name wins, and any binding in the text over every `with`.
let
  x = "let";
  boom = throw "not needed";
in
[
  (with { x = 1; }; x)
  (with { y = 1; }; with { y = 2; z = 2; }; with { z = 3; }; [ y z ])
  (with { y = 1; z = boom; }; y)
  (with { y = boom; }; with { y = 1; }; y)
  (with boom; let y = 1; in y)
  (with boom; x)
  (with { y = 1; }; let z = y; in with { y = 2; }; [ y z ])
  (with { y = 1; }; (y: with { y = 3; }; y) 2)
  (with { y = 1; }; rec { z = y; y = 2; })
  (with { y = 1; }; ({ y ? 2 }: with { y = 3; }; y) { })
  (with { true = "no"; map = "no"; builtins = "no"; }; [ true (map (v: v) [ 1 ]) (builtins.length [ ]) ])
  (with { inherit (with { a = 1; }; { b = a; }) b; }; b)
  (let set = { a = 1; b = with set; a + 1; }; in set.b)
  (let set = with set; { a = 1; b = a; }; in set.b)
  (with { f = v: with { v = "inner"; }; v; }; f "outer")
  (with builtins; with { length = _: "mine"; }; [ (length [ ]) (head [ 1 ]) ])
  (with { a.b.c = 1; }; with a; with b; c)
  (with { a = 1; }; { inherit a; })
  ((with { a = 1; }; { b ? a }: b) { })
  (with { a = { b = 1; }; }; [ (a.b or 2) (a ? b) (a ? c) (a.c or 2) ])
]
