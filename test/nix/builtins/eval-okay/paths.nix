let
  inherit (builtins) baseNameOf dirOf toPath;
in
{
  baseNameOf = map baseNameOf [ "" "/" "a" "a/" "a//" "/a/b" "a/b/" /x/y { outPath = "/p/q"; } "." ".." ];
  dirOf = map dirOf [ "" "/" "a" "a/" "/a" "/a/b" "a/b/c" "a//b" ];
  dirOfPath = [ (dirOf /x/y) (dirOf /x) (dirOf /.) (builtins.typeOf (dirOf /x/y)) ];
  toPath = map toPath [ "/a/../b" "/" "/a//b/./c/" /x/y ];
}
