{ lib ? import ../../../lib { } }:
let
  base = import ../../base/web-app.nix {
    inherit lib;
    environment = "staging";
  };
in
lib.mkChart (lib.recursiveUpdate base {
  app.production.resources = {
    requests = { cpu = "100m"; memory = "64Mi"; };
    limits = { cpu = "500m"; memory = "128Mi"; };
  };
})
