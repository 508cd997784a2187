let
  inherit (builtins) hashString hashFile;
  algorithms = [ "md5" "sha1" "sha256" "sha512" ];
in
{
  strings = map (a: map (hashString a) [ "" "abc" "é" "The quick brown fox" ]) algorithms;
  files = map (a: hashFile a ../data/hello.txt) algorithms;
  binary = hashFile "sha256" ../data/nul.bin;
  large = hashString "sha256" (builtins.concatStringsSep "" (builtins.genList toString 10000));
}
