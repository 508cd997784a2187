let
  inherit (import ../lib { }) mkChart;
  configs = [
    { name = "small"; version = "1.0.0"; app.image = "nginx:1.27"; }
    {
      name = "large";
      version = "2.0.0";
      labels.team = "checkout";
      app = { image = "registry.example.com/large:2.0.0"; replicas = 3; ports = [ 80 443 ]; };
    }
  ];
  resourcesOf = config: builtins.attrValues (mkChart config).k8sResources;
in
{
  everyResourceCarriesTheAppLabel = builtins.all
    (config: builtins.all (resource: resource.metadata.labels.app == config.name) (resourcesOf config))
    configs;

  # What the config does not say is absent from the manifest.
  replicasArrive = builtins.all
    (config: ((mkChart config).k8sResources.deployment.spec.replicas or null) == (config.app.replicas or null))
    configs;
}
