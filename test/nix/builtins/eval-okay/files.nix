let
  inherit (builtins) readFile readDir pathExists;
  tree = ../data/tree;
in
{
  readFile = [ (readFile ../data/hello.txt) (readFile (toString ../data/hello.txt)) (readFile (tree + "/link")) ];
  readDir = readDir tree;
  pathExists = map pathExists [ tree (tree + "/a.txt") (tree + "/none") (tree + "/a.txt/x") (toString tree + "/") (toString tree + "/a.txt/") (toString tree + "/sub/.") "/" ];
  import = [ (import tree { }) (import ../data/tree { x = 5; }) (import (toString ../data/tree/default.nix) { }) ];
  scoped = builtins.scopedImport { a = 1; b = 2; } ../data/scoped.nix;
  findFile = baseNameOf (builtins.findFile [ { prefix = "x"; path = ../data; } { path = tree; } ] "x/hello.txt");
  findSecond = baseNameOf (toString (builtins.findFile [ { prefix = "x"; path = ../data; } { prefix = ""; path = tree; } ] "sub/b.txt"));
  getEnv = builtins.getEnv "NO_SUCH_VARIABLE_HERE";
}
