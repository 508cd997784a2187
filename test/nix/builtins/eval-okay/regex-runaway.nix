# None of these may take long, or overflow a stack.
let
  inherit (builtins) match split length stringLength head concatStringsSep genList;
  times = n: s: concatStringsSep "" (genList (_: s) n);
in
{
  nested = match "(a*)*b" (times 60 "a" + "c");
  alternatives = match "((a|aa)+)$" (times 20000 "a" + "b");
  quadratic = length (split "a*b|a" (times 20000 "a"));
  empties = match "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x" "y";
  deep = match "((((((((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*b" "aaac";
  twice = match "(x+x+)+y" (times 2000 "x");
  long = stringLength (head (match "(.*)b" (times 1000000 "a" + "b")));
  longGroups = match "(a|b)*" (times 100000 "ab");
}
