# One chart for every environment: `ENV=production nhg build -f charts/shop.nix`
let
  lib = import ../lib { };
  constants = import ../config/constants.nix;
  validators = import ../lib/validators.nix;

  chosen = builtins.getEnv "ENV";
  env = if chosen == "" then "development" else chosen;
  settings = validators.validateEnvironment env constants.environments.${env};
in
lib.mkChart {
  name = "${constants.appName}-${env}";
  version = "2.3.1";
  namespace = env;
  labels = constants.commonLabels // { environment = env; };

  app = {
    image = "registry.example.com/shop/web:${settings.imageTag}";
    inherit (settings) replicas;
    ports = [ 8080 ];
    env = {
      APP_ENV = env;
      LOG_LEVEL = if env == "development" then "DEBUG" else "INFO";
    };
  } // lib.optionalAttrs (env == "production") {
    production.resources = validators.validateResources {
      requests = { cpu = "500m"; memory = "512Mi"; };
      limits = { cpu = "1"; memory = "1Gi"; };
    };
  };
}
