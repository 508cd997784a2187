let
  x = 1;
  y = 2;
in
{
  shadow = let x = 10; in x + y;
  withLoses = with { x = 100; z = 3; }; x + z;
  withNearest = with { a = 1; b = 2; }; with { a = 10; }; a + b;
  withInsideLambda = (a: with { a = 5; q = 6; }; a + q) 1;
  builtinBeatsWith = with { true = false; }; true;
  letBeatsBuiltin = let true = false; in true;
  recSees = rec { x = 7; z = x; };
  plainDoesNot = { x = 7; z = x; };
  inherit x;
  inheritInRec = rec { inherit x; z = x; };
  inheritFrom = { inherit ({ a = 1; b = 2; }) a b; };
  inheritFromRec = rec { s = { a = 3; }; inherit (s) a; b = a; };
  letForward = let a = b + 1; b = 2; in a;
  letRecursive = let even = n: n == 0 || odd (n - 1); odd = n: n != 0 && even (n - 1); in even 100;
  formalsSeeEachOther = ({ a ? b + 1, b ? 2 }: a) { };
  formalsDefaultSeesAt = ({ a ? args, ... }@args: a) { z = 1; };
  atDoesNotHoldDefaults = ({ a ? 1, ... }@args: args) { b = 2; };
  deepScopes = (a: b: c: d: e: f: a + b + c + d + e + f + x) 1 2 3 4 5 6;
  withDynamic = let s = { "a b" = 1; }; in with s; s."a b";
  withOverride = with { a = 1; } // { a = 2; }; a;
  oldLet = let { a = 1; body = a + 1; };
}
