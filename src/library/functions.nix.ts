/**
 * The small functions of the library, in Nix, because laziness is then as its users expect it.
 * `generator` holds what is written in TypeScript (generator.ts). The text has no interpolation, so
 * that it needs no escapes here.
 */
export const functionsSource = `
generator:
let
  inherit (builtins)
    attrNames concatMap concatStringsSep elemAt filter foldl' genList getAttr hasAttr head isAttrs isList
    length listToAttrs map mapAttrs tail;

  lib = generator // {
    # Sets

    optionalAttrs = condition: set: if condition then set else { };
    nameValuePair = name: value: { inherit name value; };
    genAttrs = names: f: listToAttrs (map (name: lib.nameValuePair name (f name)) names);
    filterAttrs = keep: set:
      listToAttrs (concatMap
        (name: let value = getAttr name set; in if keep name value then [ (lib.nameValuePair name value) ] else [ ])
        (attrNames set));
    mapAttrsToList = f: set: map (name: f name (getAttr name set)) (attrNames set);
    mapAttrs' = f: set: listToAttrs (lib.mapAttrsToList f set);
    attrByPath = path: default: set:
      if path == [ ] then set
      else if isAttrs set && hasAttr (head path) set then lib.attrByPath (tail path) default (getAttr (head path) set)
      else default;
    mergeAttrsList = foldl' (left: right: left // right) { };

    # Lists

    optional = condition: item: if condition then [ item ] else [ ];
    optionals = condition: items: if condition then items else [ ];
    range = first: last: if first > last then [ ] else genList (i: first + i) (last - first + 1);
    flatten = value: if isList value then concatMap lib.flatten value else [ value ];
    unique = foldl' (seen: item: if builtins.elem item seen then seen else seen ++ [ item ]) [ ];

    # [ 1 2 3 4 5 ] in chunks of 2 is [ [ 1 2 ] [ 3 4 ] [ 5 ] ].
    splitIntoChunks = size: list:
      if size < 1 then throw ("splitIntoChunks: the size of a chunk must be at least 1, but is " + toString size)
      else
        let
          total = length list;
          chunk = i: genList (j: elemAt list (i * size + j)) (lib.min size (total - i * size));
        in
        genList chunk ((total + size - 1) / size);

    # Strings and numbers

    optionalString = condition: string: if condition then string else "";
    concatMapStringsSep = separator: f: list: concatStringsSep separator (map f list);
    min = a: b: if a < b then a else b;
    max = a: b: if a > b then a else b;

    # Configurations

    # Gives the config of an environment back when it has what every environment needs.
    validateEnvironment = env: config:
      let missing = filter (field: !(hasAttr field config)) [ "replicas" "imageTag" ]; in
      if missing != [ ]
      then throw ("Environment " + env + " missing required fields: " + concatStringsSep ", " missing)
      else config;

    mkEnvironments = { base, environments }:
      mapAttrs (name: environment: lib.mkChart (lib.recursiveUpdate base environment)) environments;
  };
in
lib
`;
