{ lib ? import ../../../lib { } }:
let
  base = import ../../base/web-app.nix;
  constants = import ../../../config/constants.nix;
  settings = lib.validateEnvironment "development" constants.environments.development;
in
lib.mkChart (lib.recursiveUpdate base {
  namespace = "development";
  labels = constants.commonLabels // { environment = "development"; };

  app = {
    image = "nginxinc/nginx-unprivileged:${settings.imageTag}";
    inherit (settings) replicas;
    env.LOG_LEVEL = "DEBUG";
  };
})
