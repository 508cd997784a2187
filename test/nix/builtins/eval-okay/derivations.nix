let
  base = { system = "x86_64-linux"; builder = "/bin/sh"; };
  show = drv: { inherit (drv) drvPath name type outputName; outs = map (o: o.outPath) drv.all; };
  simple = derivation (base // { name = "simple"; });
  fixed = args: derivation (base // { name = "fixed"; } // args);
  sha256 = builtins.hashString "sha256" "abc";
  dependent = derivation (base // {
    name = "dependent";
    args = [ "-c" "echo ${simple} > $out" ];
    inherit simple;
    fetched = fixed { outputHash = sha256; outputHashAlgo = "sha256"; };
    source = ../data/hello.txt;
    text = builtins.toFile "script" "echo\n";
    quoted = "a\"b\\c\nd\te\rf\${g}é";
    list = [ 1 "two" [ 3 ] true null ];
    number = 7; yes = true; no = false; nothing = null; float = 1.5;
  });
in
{
  simple = show simple;
  dependent = (show (dependent // { args = [ ]; })) // { };
  many = show (derivation (base // { name = "many"; outputs = [ "out" "dev" "man" ]; }));
  reordered = show (derivation (base // { name = "many"; outputs = [ "man" "out" "dev" ]; }));
  noOut = (derivation (base // { name = "noout"; outputs = [ "lib" ]; })).outPath;
  flat = show (fixed { outputHash = sha256; outputHashAlgo = "sha256"; });
  recursive = show (fixed { outputHash = sha256; outputHashAlgo = "sha256"; outputHashMode = "recursive"; });
  sha1 = show (fixed { outputHash = builtins.hashString "sha1" "abc"; outputHashAlgo = "sha1"; outputHashMode = "recursive"; });
  md5 = show (fixed { outputHash = builtins.hashString "md5" "abc"; outputHashAlgo = "md5"; });
  sri = show (fixed { outputHash = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="; });
  empty = show (fixed { outputHash = ""; outputHashAlgo = "sha256"; });
  structured = show (derivation (base // { name = "structured"; __structuredAttrs = true; outputs = [ "out" "doc" ]; a = { b = [ 1 2 { c = null; } ]; }; dep = simple; s = "x\"y"; t = true; args = [ "q" ]; }));
  nulls = show (derivation (base // { name = "nulls"; __ignoreNulls = true; a = null; b = 1; }));
  useMany = (derivation (base // { name = "use-many"; d = let m = derivation (base // { name = "many"; outputs = [ "out" "dev" "man" ]; }); in [ m.dev m.man m ]; })).outPath;
  chain = builtins.foldl' (prev: i: (derivation (base // { name = "c${toString i}"; inherit prev; })).outPath) "start" [ 1 2 3 4 5 ];
  strict = builtins.derivationStrict (base // { name = "strict"; outputs = [ "out" "x" ]; });
  placeholders = map builtins.placeholder [ "out" "dev" ];
  names = builtins.attrNames simple;
  lazy = (derivation { name = "lazy"; foo = throw "not computed"; bar = 1; }).bar;
  interpolated = "${simple}" == simple.outPath;
  sameByDefinition = simple == derivation (base // { name = "simple"; });
}
