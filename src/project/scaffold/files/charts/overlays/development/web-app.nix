{ lib ? import ../../../lib { } }:
lib.mkChart (import ../../base/web-app.nix {
  inherit lib;
  environment = "development";
})
