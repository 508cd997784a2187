# Printed without forcing: what Nix leaves a thunk stays one.
let
  f = x: x;
  forced = builtins.seq s s;
  s = { a = 1; };
in
{
  int = 1;
  string = "plain";
  interpolated = "${"x"}";
  sum = 1 + 1;
  variable = f;
  constant = true;
  path = /a/b;
  list = [ ];
  full = [ 1 ];
  lambda = x: x;
  nested = { a = 1; };
  call = f 1;
  select = s.a;
  float = 1.5;
  nul = null;
  builtin = builtins.map;
  partial = builtins.map f;
}
