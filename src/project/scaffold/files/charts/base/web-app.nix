# What the web app is in every environment. An overlay gets it with its own changes merged in.
{ lib ? import ../../lib { }, environment }:
let
  constants = import ../../config/constants.nix;
  validators = import ../../lib/validators.nix;
  settings = validators.requireFields environment [ "replicas" "imageTag" "logLevel" ]
    constants.environments.${environment};
in
{
  name = "web-app";
  version = "1.0.0";
  description = "A web application";
  namespace = environment;
  labels = constants.labels // { inherit environment; };

  app = {
    image = "nginxinc/nginx-unprivileged:${settings.imageTag}";
    ports = [ 8080 ];
    inherit (settings) replicas;
    env = {
      APP_ENV = environment;
      LOG_LEVEL = settings.logLevel;
    };
  };
}
