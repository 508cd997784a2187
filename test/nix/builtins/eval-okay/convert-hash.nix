let
  hash = builtins.hashString "sha256" "abc";
  formats = [ "base16" "nix32" "base32" "base64" "sri" ];
  convert = toHashFormat: args: builtins.convertHash (args // { inherit toHashFormat; });
  all = map (f: convert f { inherit hash; hashAlgo = "sha256"; }) formats;
in
{
  inherit all;
  back = map (h: convert "base16" { hash = h; hashAlgo = "sha256"; } == hash) all;
  prefixed = convert "sri" { hash = "sha256:${hash}"; };
  others = map (a: convert "sri" { hash = builtins.hashString a "x"; hashAlgo = a; }) [ "md5" "sha1" "sha512" ];
}
