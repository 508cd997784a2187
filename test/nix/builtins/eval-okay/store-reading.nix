# What was put into the store in name only can be read nevertheless.
let
  tree = ../data/tree;
  text = builtins.toFile "t.nix" "1 + 1";
  filtered = builtins.path { path = tree; name = "filtered"; filter = path: type: baseNameOf path != "run.sh"; };
in
{
  text = builtins.readFile text;
  imported = import text;
  file = builtins.readFile "${tree}/sub/b.txt";
  folder = builtins.readDir filtered;
  importedFolder = import "${tree}" { };
  exists = [ (builtins.pathExists "${filtered}/a.txt") (builtins.pathExists "${filtered}/run.sh") (builtins.pathExists "${text}") ];
  drv = builtins.stringLength (builtins.readFile (derivation { name = "n"; system = "s"; builder = "b"; }).drvPath) > 0;
}
