[
  ([ 1 ] ++ [ 2 3 ] ++ [ ])
  ({ a = 1; b = 2; } // { b = 3; c = 4; })
  ({ a.x = 1; } // { a.y = 2; })
  ({ a = 1; } // { })
  ({ } // { a = 1; })
  { a = { b = 1; }; a.c = 2; }
  { a.b.c = 1; a.b.d = 2; }
  (builtins.attrNames ({ z = 1; a = 2; } // { "0" = 3; Z = 4; _ = 5; }))
  (builtins.attrNames (builtins.listToAttrs (map (n: { name = toString n; value = n; }) [ 10 9 2 1 ])))
  { "with space" = 1; "if" = 2; or = 3; "a.b" = 4; "1x" = 5; a-b = 6; a'b = 7; "" = 8; }
]
