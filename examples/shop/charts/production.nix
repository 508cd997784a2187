{ lib }:
lib.recursiveUpdate (import ./base/orders.nix) {
  namespace = "production";
  app = {
    replicas = 6;
    production.resources = {
      requests = { cpu = "200m"; memory = "256Mi"; };
      limits = { cpu = "1"; memory = "512Mi"; };
    };
  };
}
