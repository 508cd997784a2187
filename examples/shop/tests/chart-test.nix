let
  inherit (import ../lib { }) mkChart;
  minimal = { name = "tested"; version = "1.0.0"; app.image = "nginx:1.27"; };
in
{
  testHasManifests =
    let chart = mkChart minimal; in
    assert chart ? yamlOutput;
    assert chart.chartMeta.name == "tested";
    "a minimal chart has manifests";

  testNameIsRequired =
    assert !(builtins.tryEval (mkChart (removeAttrs minimal [ "name" ]))).success;
    "a chart without a name is refused";

  testResources =
    let
      resources = { requests.cpu = "100m"; limits.cpu = "500m"; };
      chart = mkChart (minimal // { app = minimal.app // { production = { inherit resources; }; }; });
      container = builtins.head chart.k8sResources.deployment.spec.template.spec.containers;
    in
    assert container.resources == resources;
    "resources reach the container";
}
