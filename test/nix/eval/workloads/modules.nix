# Configuration as modules: options with types, defaults and priorities; conditions, merging, imports, submodules;
# everything one fixpoint, in which any module may look at the result of all.
{ n }:
let
  inherit (builtins)
    all attrNames attrValues concatLists concatMap elemAt filter foldl' functionArgs genList head isAttrs isBool
    isFunction isInt isList isString length mapAttrs zipAttrsWith;

  optionalAttrs = condition: set: if condition then set else { };
  min = foldl' (a: b: if a < b then a else b);

  # What a definition may be wrapped in.
  mkIf = condition: content: { _type = "if"; inherit condition content; };
  mkMerge = contents: { _type = "merge"; inherit contents; };
  mkOverride = priority: content: { _type = "override"; inherit priority content; };
  mkDefault = mkOverride 1000;
  mkForce = mkOverride 50;
  isWrapped = kind: value: isAttrs value && value._type or null == kind;

  mkOption = { type, default ? throw "no default", apply ? (x: x) }@option: { _type = "option"; inherit apply; } // option;

  # Types: which values they take, and how several definitions become one.
  exactlyOne = path: definitions:
    if all (d: d == head definitions) definitions then head definitions
    else throw "conflicting definitions of ${toString path}";
  scalar = name: check: { inherit name check; merge = exactlyOne; };
  types = {
    int = scalar "int" isInt;
    bool = scalar "bool" isBool;
    str = scalar "str" isString;
    lines = { name = "lines"; check = isString; merge = _: builtins.concatStringsSep "\n"; };
    listOf = element: {
      name = "list of ${element.name}";
      check = value: isList value && all element.check value;
      merge = _: concatLists;
    };
    attrsOf = element: {
      name = "set of ${element.name}";
      check = isAttrs;
      merge = path: definitions:
        mapAttrs (name: values: mergeOption (path ++ [ name ]) element values) (zipAttrsWith (_: v: v) definitions);
    };
    nullOr = element: {
      name = "${element.name} or null";
      check = value: value == null || element.check value;
      merge = path: definitions: if all (d: d == null) definitions then null else element.merge path definitions;
    };
    submodule = module: {
      name = "submodule";
      check = value: isAttrs value || isFunction value;
      merge = path: definitions: (evalModules { modules = [ module ] ++ definitions; prefix = path; }).config;
    };
  };

  # Conditions and merges are pushed away first, then the lowest priority number wins.
  discharge = value:
    if isWrapped "merge" value then concatMap discharge value.contents
    else if isWrapped "if" value then if value.condition then discharge value.content else [ ]
    else [ value ];
  byPriority = values:
    let
      weighed = map (v: if isWrapped "override" v then v else { priority = 100; content = v; }) values;
      best = min 10000 (map (v: v.priority) weighed);
    in
    map (v: v.content) (filter (v: v.priority == best) weighed);
  mergeOption = path: type: definitions:
    let values = byPriority (concatMap discharge definitions); in
    if all type.check values then type.merge path values
    else throw "${builtins.concatStringsSep "." path} is not of type ${type.name}";

  # Pushes a condition around a whole module down to its attributes.
  pushDown = config:
    if isWrapped "merge" config then concatMap pushDown config.contents
    else if isWrapped "if" config then map (mapAttrs (_: v: mkIf config.condition v)) (pushDown config.content)
    else [ config ];

  evalModules = { modules, prefix ? [ ] }:
    let
      collect = module:
        let
          loaded = if isFunction module then module (builtins.intersectAttrs (functionArgs module) arguments // arguments) else module;
          full = if loaded ? config || loaded ? options || loaded ? imports then loaded else { config = loaded; };
        in
        concatMap collect (full.imports or [ ]) ++ [ { options = full.options or { }; config = full.config or { }; } ];
      arguments = { inherit config types mkIf; name = if prefix == [ ] then "" else elemAt prefix (length prefix - 1); };
      collected = concatMap collect modules;
      options = mergeOptions (map (m: m.options) collected);
      config = mergeConfig prefix options (concatMap (m: pushDown m.config) collected);
    in
    { inherit options config; };

  mergeOptions = zipAttrsWith (name: values:
    if isWrapped "option" (head values) then head values else mergeOptions values);

  mergeConfig = path: options: definitions:
    let
      defined = zipAttrsWith (_: values: values) definitions;
      unknown = filter (name: !(options ? ${name})) (attrNames defined);
    in
    if unknown != [ ] then throw "unknown option ${builtins.concatStringsSep "." (path ++ unknown)}"
    else mapAttrs (name: option:
      let
        here = path ++ [ name ];
        values = defined.${name} or [ ];
      in
      if isWrapped "option" option then
        option.apply (mergeOption here option.type (values ++ (if option ? default then [ (mkOverride 1500 option.default) ] else [ ])))
      else mergeConfig here option (concatMap pushDown (concatMap discharge values))) options;

  # The modules: a base, services that depend on each other's settings, and a policy that overrules some.
  base = { config, types, ... }: {
    options = {
      services = mkOption { type = types.attrsOf (types.submodule service); default = { }; };
      ports = mkOption { type = types.listOf types.int; default = [ ]; };
      motd = mkOption { type = types.lines; default = "welcome"; };
      debug = mkOption { type = types.bool; default = false; };
      total.replicas = mkOption { type = types.int; default = 0; };
      total.names = mkOption { type = types.listOf types.str; apply = names: builtins.concatStringsSep "," names; default = [ ]; };
    };
    config = {
      total.replicas = foldl' (sum: s: sum + s.replicas) 0 (attrValues config.services);
      total.names = map (s: s.fullName) (filter (s: s.enable) (attrValues config.services));
      ports = concatMap (s: s.ports) (attrValues config.services);
    };
  };

  service = { config, types, name, ... }: {
    options = {
      enable = mkOption { type = types.bool; default = true; };
      replicas = mkOption { type = types.int; default = 1; };
      ports = mkOption { type = types.listOf types.int; default = [ ]; };
      labels = mkOption { type = types.attrsOf types.str; default = { }; };
      after = mkOption { type = types.nullOr types.str; default = null; };
      fullName = mkOption { type = types.str; };
    };
    config = {
      fullName = mkDefault "svc-${name}";
      labels = { app = config.fullName; } // optionalAttrs (config.replicas > 3) { size = "large"; };
      replicas = mkIf (!config.enable) (mkForce 0);
    };
  };

  nth = i: "s${toString i}";
  serviceModule = i: { config, ... }: {
    imports = if i - i / 10 * 10 == 0 then [ (extra i) ] else [ ];
    config.services.${nth i} = mkMerge [
      { ports = [ (8000 + i) ]; replicas = mkDefault (i - i / 5 * 5 + 1); }
      (mkIf (i > 0) { after = config.services.${nth (i - 1)}.fullName; })
      (mkIf (i - i / 7 * 7 == 3) { enable = false; })
      (mkIf config.debug { labels.debug = "yes"; })
    ];
  };
  extra = i: { motd = "module ${toString i}"; config.motd = "module ${toString i}"; };
  policy = mkIf true { debug = mkForce true; services.${nth 0}.fullName = "first"; services.${nth 1} = mkIf false { replicas = 99; }; };

  result = evalModules { modules = [ base policy ] ++ genList serviceModule n ++ [ { config.debug = false; } ]; };
  inherit (result) config;
  short = s: builtins.substring 0 200 s;
in
{
  inherit (config) debug;
  inherit (config.total) replicas;
  names = short config.total.names;
  motd = short config.motd;
  ports = foldl' builtins.add 0 config.ports;
  first = config.services.${nth 0};
  last = config.services.${nth (n - 1)};
  disabled = length (filter (s: !s.enable) (attrValues config.services));
  labels = builtins.hashString "sha256" (builtins.toJSON (mapAttrs (_: s: s.labels) config.services));
  conflict = builtins.tryEval (evalModules { modules = [ base { debug = true; } { debug = false; } ]; }).config.debug;
  unknown = builtins.tryEval (builtins.deepSeq (evalModules { modules = [ base { nope = 1; } ]; }).config 1);
  illTyped = builtins.tryEval (evalModules { modules = [ base { debug = "yes"; } ]; }).config.debug;
}
