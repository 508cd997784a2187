let
  drv = derivation { name = "n"; system = "s"; builder = "b"; };
  plain = builtins.unsafeDiscardOutputDependency drv.drvPath;
in
map builtins.getContext [ (builtins.addDrvOutputDependencies plain) (builtins.addDrvOutputDependencies drv.drvPath) ]
