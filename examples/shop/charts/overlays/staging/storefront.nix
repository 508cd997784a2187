let
  inherit (import ../../../lib { }) mkChart recursiveUpdate;
in
mkChart (recursiveUpdate (import ../../base/storefront.nix) {
  namespace = "staging";
  app.replicas = 2;
})
