let
  tree = ../data/tree;
  noScripts = path: type: type == "directory" || builtins.match ".*\\.sh" path == null;
in
{
  tree = "${tree}";
  file = "${../data/hello.txt}";
  executable = "${../data/tree/run.sh}";
  link = "${../data/tree/link}";
  path = builtins.path { path = tree; };
  named = builtins.path { path = tree; name = "other"; };
  flat = builtins.path { path = ../data/hello.txt; recursive = false; };
  filtered = builtins.path { path = tree; filter = noScripts; };
  filterSource = builtins.filterSource noScripts tree;
  checked = builtins.path { path = ../data/hello.txt; recursive = false; sha256 = builtins.hashFile "sha256" ../data/hello.txt; };
  toFile = [ (builtins.toFile "a" "") (builtins.toFile "b" "text") ];
  toFileReferring = builtins.toFile "c" "see ${builtins.toFile "b" "text"} and ${../data/hello.txt}";
  concat = "${tree}/a.txt" == "${tree}" + "/a.txt";
  json = builtins.toJSON { inherit tree; };
}
