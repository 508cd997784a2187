let
  set = {
    a.b.c = 1;
    d = { e = 2; };
      inherit (builtins) map;
  };
  line = name: from: let p = builtins.unsafeGetAttrPos name from; in if p == null then null else [ p.line p.column ];
in
[
  (line "a" set) (line "b" set.a) (line "c" set.a.b) (line "d" set) (line "e" set.d)
  (line "x" (builtins.functionArgs ({ x, y ? 1 }: x)))
  (line "a" ({ a = 1; } // { b = 2; }))
  (line "b" (builtins.mapAttrs (n: v: v) { b = 1; }))
]
