# Which operations keep what a string depends on.
let
  file = builtins.toFile "file" "x";
  other = builtins.toFile "other" "y";
  names = s: map (path: builtins.substring 44 (-1) path) (builtins.attrNames (builtins.getContext s));
in
{
  itself = names file;
  interpolated = names "${file}";
  interpolatedIndented = names ''${file}'';
  both = names "${file}${other}${file}";
  appended = names (file + "a");
  prepended = names ("a" + file);
  set = names "${{ outPath = file; }}";
  setOfSet = names "${{ outPath = { outPath = file; }; }}";
  converted = names "${{ __toString = _: file; }}";
  convertedAdded = names ({ __toString = _: file; } + other);
  toString = names (toString file);
  toStringList = names (toString [ file 1 [ other ] ]);
  empty = names (builtins.substring 0 0 file);
  substring = names (builtins.substring 1 2 file);
  separator = names (builtins.concatStringsSep file [ ]);
  separatorOfOne = names (builtins.concatStringsSep file [ "a" ]);
  joined = names (builtins.concatStringsSep other [ "a" file ]);
  replacedUnused = names (builtins.replaceStrings [ "no such" ] [ file ] "a");
  replaced = names (builtins.replaceStrings [ "a" ] [ file ] "a");
  replacedIn = names (builtins.replaceStrings [ "a" ] [ "b" ] file);
  searched = names (builtins.replaceStrings [ file ] [ "b" ] "a");
  baseName = names (baseNameOf file);
  folder = names (dirOf file);
  json = names (builtins.toJSON { a = [ file ]; b = other; });
  jsonSet = names (builtins.toJSON { outPath = file; });
  xml = names (builtins.toXML [ file ]);
  file = names (builtins.toFile "third" file);
  matched = map names (builtins.match "(/)(.*)" file);
  split = map (s: if builtins.isList s then map names s else names s) (builtins.split "(store)" file);
  discarded = names (builtins.unsafeDiscardStringContext file);
  discardedOutputs = names (builtins.unsafeDiscardOutputDependency file);
  restored = names (builtins.appendContext "a" (builtins.getContext file));
  equal = file == builtins.unsafeDiscardStringContext file;
  less = file < other;
  length = builtins.stringLength file;
  element = builtins.elem (builtins.unsafeDiscardStringContext file) [ file ];
  closure = map (x: names x.key) (builtins.genericClosure {
    startSet = [ { key = file; } { key = builtins.unsafeDiscardStringContext file; } ];
    operator = _: [ ];
  });
  hash = builtins.hasContext (builtins.hashString "sha256" file);
  typed = [ (builtins.typeOf file) (builtins.isString file) (file == "${file}") ];
}
