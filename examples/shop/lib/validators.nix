# Checks of our own, for what every shop service must say about itself.
{
  validateEnvironment = env: config:
    let
      required = [ "replicas" "imageTag" ];
      missing = builtins.filter (field: !(config ? ${field})) required;
    in
    if missing != [ ] then
      throw "Environment ${env} lacks: ${builtins.concatStringsSep ", " missing}"
    else
      config;

  # Quantities compare as quantities with the library's helper of this name: "1000m" is "1".
  inherit (import ./. { }) validateResources;
}
