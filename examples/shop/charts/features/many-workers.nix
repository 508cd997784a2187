# Workers patterned on one app, generated only when manifests are asked for.
let
  inherit (import ../../lib { }) mkChart;
  workers = count: builtins.genList (i: { name = "importer-${toString i}"; spec.replicas = 1; }) count;
in
mkChart {
  name = "importer";
  version = "1.0.0";
  app = {
    image = "registry.example.com/shop/importer:1.0.0";
    replicas = 2;
  };
  resources = workers 3;
}
