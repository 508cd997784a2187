[
  { a = { b = { c = 1; }; }; a = { b = { d = 2; }; }; } { a.b.c = 1; a = { b.d = 2; }; } { a = { ${b} = 1; }; a = { ${c} = 2; d = 3; }; } { a = { inherit (b) c; }; a = { x = { y = 1; }; inherit (d) e; }; }
]
