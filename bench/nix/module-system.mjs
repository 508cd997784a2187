/**
 * What evaluating modules in the style of NixOS comes down to: options declared in many places, definitions that
 * refer to the final configuration, conditions, priorities, and merging by type.
 */
const modules = 4000;

const source = `
let
  inherit (builtins) attrNames concatLists concatMap elemAt filter foldl' genList head isAttrs length listToAttrs map;

  optionalAttrs = condition: set: if condition then set else { };
  mkIf = condition: content: { _type = "if"; inherit condition content; };
  mkOverride = priority: content: { _type = "override"; inherit priority content; };
  mkDefault = mkOverride 1000;
  isType = type: value: isAttrs value && value ? _type && value._type == type;

  # The definitions that hold, with their priorities.
  discharge = value:
    if isType "if" value then (if value.condition then discharge value.content else [ ])
    else if isType "override" value then map (d: d // { inherit (value) priority; }) (discharge value.content)
    else [ { priority = 100; inherit value; } ];
  strongest = definitions:
    let lowest = foldl' (least: d: if d.priority < least then d.priority else least) 9999 definitions;
    in map (d: d.value) (filter (d: d.priority == lowest) definitions);

  types = {
    int = values: if length values == 1 then head values else throw "defined \${toString (length values)} times";
    sum = foldl' (a: b: a + b) 0;
    list = concatLists;
    lines = builtins.concatStringsSep "\\n";
    attrs = foldl' (a: b: a // b) { };
  };

  module = i: { config, ... }:
    let own = "service\${toString i}"; in
    {
      options.\${own} = {
        enable = { type = "int"; default = 0; };
        port = { type = "int"; default = 8000 + i; };
        flags = { type = "list"; default = [ ]; };
      };
      options.shared = optionalAttrs (i == 0) {
        weight = { type = "sum"; default = 0; };
        hosts = { type = "attrs"; default = { }; };
        notes = { type = "lines"; default = ""; };
      };
      config.\${own} = {
        enable = mkDefault (if i / 2 * 2 == i then 1 else 0);
        port = mkIf (i > 10) (mkOverride 50 (9000 + i));
        flags = mkIf (config.\${own}.enable == 1) [ "--port=\${toString config.\${own}.port}" own ];
      };
      config.shared = {
        weight = config.\${own}.enable * config.\${own}.port;
        hosts = mkIf (config.\${own}.enable == 1) { \${own} = config.\${own}.port; };
        notes = "\${own}: \${toString (length config.\${own}.flags)}";
      };
    };

  evalModules = list:
    let
      loaded = map (m: m { inherit config; }) list;
      groups = attrNames (foldl' (a: b: a // b) { } (map (m: m.options) loaded));
      byGroup = part: builtins.zipAttrsWith (name: sets: builtins.zipAttrsWith (name: all: all) sets) (map (m: m.\${part}) loaded);
      options = byGroup "options";
      definitions = byGroup "config";
      value = group: name:
        let
          option = head options.\${group}.\${name};
          found = strongest (concatMap discharge (definitions.\${group}.\${name} or [ ]));
        in if found == [ ] then option.default else types.\${option.type} found;
      config = listToAttrs (map (group: {
        name = group;
        value = builtins.mapAttrs (name: _: value group name) options.\${group};
      }) groups);
    in config;

  config = evalModules (genList module ${modules});
  flags = concatMap (group: config.\${group}.flags or [ ]) (attrNames config);
in
{
  inherit (config.shared) weight;
  hosts = length (attrNames config.shared.hosts);
  flags = length flags;
  notes = builtins.stringLength config.shared.notes;
}
`;

const services = Array.from({ length: modules }, (_, index) => ({
  name: `service${index}`,
  enabled: index % 2 === 0,
  port: (index > 10 ? 9000 : 8000) + index,
}));
const enabled = services.filter((service) => service.enabled);
const notes = services.map(({ name, enabled }) => `${name}: ${enabled ? 2 : 0}`).join("\n");
const weight = enabled.reduce((total, { port }) => total + port, 0);

export const moduleSystem = {
  name: "module system",
  source,
  answer: `{ flags = ${enabled.length * 2}; hosts = ${enabled.length}; notes = ${notes.length}; weight = ${weight}; }`,
};
