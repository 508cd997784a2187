let
  inherit (builtins) hasContext getContext appendContext unsafeDiscardStringContext unsafeDiscardOutputDependency;
  drv = derivation { name = "n"; system = "s"; builder = "b"; outputs = [ "out" "dev" ]; };
  file = builtins.toFile "f" "x";
  mixed = "${file} ${drv} ${drv.dev} ${drv.drvPath}";
in
{
  has = map hasContext [ "" "x" file "${drv}" (unsafeDiscardStringContext mixed) (builtins.substring 0 0 file) ];
  get = map getContext [ "x" file "${drv}" drv.drvPath mixed (unsafeDiscardOutputDependency drv.drvPath) (unsafeDiscardOutputDependency mixed) ];
  append = [ (getContext (appendContext "x" (getContext mixed))) (appendContext "x" { }) (getContext (appendContext file { ${unsafeDiscardStringContext file} = { path = false; }; })) ];
  kept = map getContext [
    (builtins.substring 0 3 file) (builtins.replaceStrings [ "a" ] [ file ] "b") (builtins.replaceStrings [ "b" ] [ file ] "b")
    (builtins.concatStringsSep file [ ]) (baseNameOf file) (toString drv) (builtins.toJSON [ file ]) (builtins.toXML file)
  ];
  split = map (x: hasContext x) [ (builtins.head (builtins.split "zzz" file)) (builtins.head (builtins.split "/" file)) ];
}
