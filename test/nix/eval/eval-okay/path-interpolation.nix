let
  x = "x";
  up = "../..";
  here = toString ./.;
  relative = p: builtins.substring (builtins.stringLength here) 100 (toString p);
  name = builtins.baseNameOf here;
in
[
  (relative ./a/${x}) (relative ./a${x}/b) (relative ./${x}/${x}) (relative ./a/${x}.${x})
  (toString ./..${x} == toString ./.. + "x")
  (toString ./a/${up} == toString ./..)
  (toString /${x}) (toString /a/${x}/../b) (toString /a/b${up}) (relative ./a/../${x})
]
