# Run with `nhg test`. Each attribute is a test, which passes when it is true or a string.
{ lib ? import ../lib { } }:
let
  load = file:
    let value = import file; in
    if builtins.isFunction value then value { inherit lib; } else value;

  overlay = environment: load (../charts/overlays + "/${environment}/web-app.nix");
  production = (overlay "production").k8sResources;
in
{
  testEveryEnvironmentHasItsChart = builtins.all
    (environment: (overlay environment).chartMeta.name == "web-app")
    [ "development" "staging" "production" ];

  testProductionIsHighlyAvailable =
    assert production.deployment.spec.replicas == 5;
    assert production ? podDisruptionBudget;
    "five replicas and a disruption budget";

  testProductionLimitsCpu =
    let container = builtins.head production.deployment.spec.template.spec.containers; in
    {
      expr = container.resources.limits.cpu;
      expected = "1000m";
    };

  testANameIsRequired =
    let result = builtins.tryEval (lib.mkChart { version = "1.0.0"; app.image = "nginx"; }); in
    !result.success;
}
