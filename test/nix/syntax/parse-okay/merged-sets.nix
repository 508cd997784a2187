[
  { a.b = 1; a = { c = 2; }; } { a = { b = 1; }; a.c = 2; } { a = { }; a.b = 1; } { a = { b = 1; }; a = { c = 2; }; } { a.b.c = 1; a.b = { d = 2; }; a = { e = 3; }; }
  { a = rec { b = 1; }; a.c = 2; } { a.c = 2; a = rec { b = c; }; } { a = rec { b = 1; }; a = { c = b; }; } rec { a.b = 1; a.c = b; }
  { a = { inherit b; }; a.c = 1; } { a = { inherit (b) c; }; a = { inherit (d) e; }; } { "a".b = 1; ${"a"}.c = 2; } (let a = { b = 1; }; a.c = 2; in a)
]
