{ lib ? import ../../../lib { } }:
let
  base = import ../../base/web-app.nix;
  constants = import ../../../config/constants.nix;
  settings = lib.validateEnvironment "production" constants.environments.production;
in
lib.mkChart (lib.recursiveUpdate base {
  namespace = "production";
  labels = constants.commonLabels // { environment = "production"; };

  app = {
    image = "nginxinc/nginx-unprivileged:${settings.imageTag}";
    inherit (settings) replicas;
    env.LOG_LEVEL = "INFO";

    production = {
      resources = {
        requests = { cpu = "200m"; memory = "128Mi"; };
        limits = { cpu = "1000m"; memory = "256Mi"; };
      };

      # At least three pods stay while nodes are drained.
      pdb = {
        enabled = true;
        minAvailable = 3;
      };

      healthChecks = {
        readinessProbe.httpGet = { path = "/"; port = 8080; };
        livenessProbe = {
          httpGet = { path = "/"; port = 8080; };
          initialDelaySeconds = 10;
        };
      };

      securityContext = {
        pod = { runAsNonRoot = true; runAsUser = 101; fsGroup = 101; };
        container = {
          allowPrivilegeEscalation = false;
          capabilities.drop = [ "ALL" ];
        };
      };
    };
  };
})
