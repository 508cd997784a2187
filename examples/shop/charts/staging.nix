{ lib }:
lib.recursiveUpdate (import ./base/orders.nix) {
  namespace = "staging";
  app.replicas = 2;
}
