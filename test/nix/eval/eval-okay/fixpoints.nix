let
  fix = f: let x = f x; in x;
  extends = overlay: f: final: let prev = f final; in prev // overlay final prev;
  base = final: { a = 1; b = final.a + 1; };
  overlay = final: prev: { a = 10; c = prev.a + final.b; };
in
[
  (fix base)
  (fix (extends overlay base))
  (let xs = [ 1 (builtins.elemAt xs 0) ]; in xs)
  (let s = rec { a = b; b = c; c = 1; }; in s)
  (builtins.elemAt (let fibs = builtins.genList (n: if n < 2 then n else builtins.elemAt fibs (n - 1) + builtins.elemAt fibs (n - 2)) 60; in fibs) 59)
]
