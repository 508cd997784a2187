let
  inherit (import ../../../lib { }) mkChart recursiveUpdate;
in
mkChart (recursiveUpdate (import ../../base/storefront.nix) {
  namespace = "development";
  app.env.LOG_LEVEL = "DEBUG";
})
