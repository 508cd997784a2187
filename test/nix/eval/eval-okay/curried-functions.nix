let
  add3 = a: b: c: a + b + c;
  partial = add3 1 2;
  over = a: { b, c ? 3 }: d: a + b + c + d;
in
[
  (partial 3)
  (add3 1 2 3)
  (over 1 { b = 2; } 4)
  (map (add3 1 2) [ 1 2 ])
  (builtins.foldl' (acc: x: acc + x) 0 [ 1 2 3 ])
  ((a: b: a) 1 2)
  ((x: (y: (z: x + y + z))) 1 2 3)
  (({ f }: f) { f = x: x; } 5)
]
