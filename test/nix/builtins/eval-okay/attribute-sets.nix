let
  inherit (builtins) attrNames attrValues getAttr hasAttr removeAttrs intersectAttrs mapAttrs listToAttrs catAttrs zipAttrsWith functionArgs;
  boom = throw "must not be computed";
in
{
  attrNames = [ (attrNames { b = boom; a = boom; B = 1; "é" = 1; "a b" = 1; }) (attrNames { }) ];
  attrValues = attrValues { b = 1; a = 2; };
  getAttr = getAttr "a b" { "a b" = 1; };
  hasAttr = [ (hasAttr "a" { a = boom; }) (hasAttr "b" { a = boom; }) ];
  removeAttrs = [ (removeAttrs { a = 1; b = 2; c = 3; } [ "a" "c" "x" ]) (removeAttrs { a = 1; } [ ]) ];
  intersectAttrs = [
    (intersectAttrs { a = boom; b = boom; } { b = 1; c = boom; })
    (intersectAttrs { } { a = 1; })
    (intersectAttrs { z = 1; } (listToAttrs (builtins.genList (i: { name = "n${toString i}"; value = i; }) 100) // { z = 7; }))
  ];
  mapAttrs = [ (mapAttrs (n: v: n + toString v) { a = 1; b = 2; }) (attrNames (mapAttrs boom { a = boom; })) ];
  listToAttrs = listToAttrs [ { name = "a"; value = 1; } { name = "b"; value = 2; extra = boom; } { name = "a"; value = boom; } ];
  lazy = attrNames (listToAttrs [ { name = "a"; value = boom; } ]);
  catAttrs = catAttrs "a" [ { a = 1; } { b = boom; } { a = 2; } ];
  zip = zipAttrsWith (n: vs: { inherit n vs; }) [ { a = 1; b = 2; } { a = 3; } { } { c = 4; } ];
  zipLazy = attrNames (zipAttrsWith (n: boom) [ { x = boom; } ]);
  functionArgs = [ (functionArgs ({ a, b ? boom, ... }: 1)) (functionArgs (x: x)) (functionArgs map) (functionArgs (builtins.add 1)) ];
  position = let p = builtins.unsafeGetAttrPos "x" { x = 1; }; in { inherit (p) line column; file = baseNameOf p.file; };
  positions = map (set: (builtins.unsafeGetAttrPos "x" set).line or null) [
    { y = 1; }
    (mapAttrs (n: v: v) { x = 1; })
    ({ x = 1; } // { y = 1; })
    (removeAttrs { x = 1; y = 1; } [ "y" ])
    (intersectAttrs { x = 1; } { x = 2; })
    (listToAttrs [ { name = "x"; value = 1; } ])
    (functionArgs ({ x }: x))
  ];
}
