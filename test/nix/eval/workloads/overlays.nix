# A package set as a fixpoint: layers that see the result of all and what lies below them, packages that take
# what they need by name, and can be overridden after the fact.
{ n }:
let
  inherit (builtins) attrNames concatLists elem elemAt filter foldl' functionArgs genList head intersectAttrs length listToAttrs mapAttrs;

  fix = f: let x = f x; in x;
  extends = overlay: f: self: let super = f self; in super // overlay self super;
  compose = foldl' (f: overlay: extends overlay f);
  makeExtensible = f: fix f // { extend = overlay: makeExtensible (extends overlay f); };

  makeOverridable = f: arguments:
    let result = f arguments; in
    result // {
      override = new: makeOverridable f (arguments // (if builtins.isFunction new then new arguments else new));
      overrideAttrs = change: makeOverridable (a: let old = f a; in old // change old) arguments;
    };
  callPackageWith = scope: f: arguments: makeOverridable f (intersectAttrs (functionArgs f) scope // arguments);

  digest = text: builtins.substring 0 8 (builtins.hashString "md5" text);
  mkDerivation = { name, version ? "1.0", inputs ? [ ], ... }@attrs:
    attrs // rec {
      inherit version inputs;
      type = "derivation";
      outPath = "/out/${digest "${name}-${version}:${toString inputs}"}-${name}-${version}";
      closure = unique ([ outPath ] ++ concatLists (map (i: i.closure) inputs));
    };
  unique = foldl' (seen: x: if elem x seen then seen else seen ++ [ x ]) [ ];

  package = i: "p${toString i}";
  base = self: { callPackage = callPackageWith self; flavour = "plain"; };

  # Each package depends on two of those before it.
  packages = self: super: listToAttrs (genList (i: {
    name = package i;
    value = self.callPackage ({ flavour, debug ? false }: mkDerivation {
      name = package i;
      inherit debug flavour;
      inputs = if i < 2 then [ ] else [ self.${package (i - 1 - (i - i / 2 * 2))} self.${package (i / 2)} ];
    }) { };
  }) n);

  # Layers on top: new versions, wrapped packages, aliases that refer to the end result.
  layer = k: self: super:
    let name = package (k * 7 - k * 7 / n * n); in
    {
      ${name} = super.${name}.overrideAttrs (old: { version = "${old.version}.${toString k}"; outPath = "${old.outPath}-r${toString k}"; });
      "alias${toString k}" = self.${name};
      "old${toString k}" = super.${name};
      count = (super.count or 0) + 1;
      newest = if k == 0 then name else "${super.newest},${name}";
    };
  flavoured = self: super: { flavour = "spicy"; p0 = super.p0.override { debug = true; }; };

  set = makeExtensible (compose base ([ packages flavoured ] ++ genList layer (n / 2)));
  last = package (n - 1);
  names = filter (name: builtins.match "p[0-9]+" name != null) (attrNames set);
in
{
  inherit (set) count newest;
  size = length names;
  p0 = { inherit (set.p0) version debug flavour outPath; };
  lastPath = set.${last}.outPath;
  lastVersion = set.${last}.version;
  inputs = map (i: i.outPath) set.${last}.inputs;
  closure = length set.p30.closure;
  alias = set.alias1 == set.${set.alias1.name};
  old = set.old1.version;
  all = digest (builtins.toJSON (map (name: set.${name}.outPath) names));
  overridden = (set.${last}.override { flavour = "mild"; }).flavour;
  changed = (set.${last}.override (old: { debug = old.debug or true; })).debug;
  extended = (set.extend (self: super: { p0 = self.p1; flavour = super.flavour + "er"; })).p0 == set.p1;
  twice = ((set.extend (self: super: { a = 1; b = self.c; })).extend (self: super: { c = super.a + 1; })).b;
}
