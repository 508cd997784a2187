# A string that depends on a derivation as such depends on all that leads to it.
let
  base = { system = "x86_64-linux"; builder = "/bin/sh"; };
  file = builtins.toFile "b" "see ${builtins.toFile "a" "text"}";
  first = derivation (base // { name = "first"; inherit file; outputs = [ "out" "dev" ]; });
  second = derivation (base // { name = "second"; inherit first; source = ../data/tree; });
in
{
  deep = (derivation (base // { name = "deep"; drv = second.drvPath; })).drvPath;
  shallow = (derivation (base // { name = "shallow"; drv = builtins.unsafeDiscardOutputDependency second.drvPath; })).drvPath;
  both = (derivation (base // { name = "both"; drv = second.drvPath; used = second; })).drvPath;
}
