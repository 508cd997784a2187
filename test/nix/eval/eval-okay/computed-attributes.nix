# Computed names and nested paths: merged, left out when null, invisible to `rec`, strings of any kind.
let
  name = "computed";
  outer = "outer";
  none = null;
in
{
  merged = { a.b.c = 1; a.b.d = 2; a = { e = 3; }; a.${name} = 4; };
  left = { ${none} = throw "not needed"; a = 1; ${if true then null else "x"} = 2; };
  quoted = { "a b" = 1; "" = 2; "a.b" = 3; "1" = 4; "é" = 5; "a'" = 6; "-" = 7; "a-b" = 8; "\n" = 9; };
  invisible = let computed = outer; in rec { ${name} = "inner"; a = computed; };
  seen = rec { a = "x"; ${a} = a + "y"; b.${a} = a; };
  interpolated = { "${name}-1" = 1; ${name + "-2"} = 2; ${"plain"} = 3; "${"plain"}2" = 4; };
  indented = { ${''a''} = 1; ${''${name}''} = 2; };
  selected = { a.computed.b = 1; }.a.${name}."b";
  fallback = { a = 1; }.${name}.b.c or "fallback";
  has = [ ({ a.computed = 1; } ? a.${name}) ({ a = 1; } ? a.${name}) ({ a = 1; } ? "a") ({ } ? ${name}.${throw "no"}) ];
  recPath = let b = 9; in { a = rec { b = 1; }; a.c = b; };
  functionPath = { a.f = x: x + 1; a.g = { x }: x; };
  positional = { ${name} = x: x; } // { ${name} = 1; };
  inherited = { inherit ({ a = 1; "b c" = 2; }) a "b c"; inherit (rec { d = e; e = 5; }) d; };
}
