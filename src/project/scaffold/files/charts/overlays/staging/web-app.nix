{ lib ? import ../../../lib { } }:
let
  base = import ../../base/web-app.nix;
  constants = import ../../../config/constants.nix;
  settings = lib.validateEnvironment "staging" constants.environments.staging;
in
lib.mkChart (lib.recursiveUpdate base {
  namespace = "staging";
  labels = constants.commonLabels // { environment = "staging"; };

  app = {
    image = "nginxinc/nginx-unprivileged:${settings.imageTag}";
    inherit (settings) replicas;
    env.LOG_LEVEL = "INFO";

    production.resources = {
      requests = { cpu = "100m"; memory = "64Mi"; };
      limits = { cpu = "500m"; memory = "128Mi"; };
    };
  };
})
