# Run with `nhg test`. Each attribute is a test, which passes when it is true or a string.
{ lib ? import ../lib { } }:
let
  overlay = environment: import (../charts/overlays + "/${environment}/web-app.nix") { inherit lib; };
  container = chart: builtins.head chart.k8sResources.deployment.spec.template.spec.containers;
in
{
  testEveryEnvironmentHasItsNamespace = builtins.all
    (environment: (overlay environment).k8sResources.deployment.metadata.namespace == environment)
    [ "development" "staging" "production" ];

  testProductionIsHighlyAvailable =
    let resources = (overlay "production").k8sResources; in
    assert resources.deployment.spec.replicas == 5;
    assert resources ? podDisruptionBudget;
    "five replicas and a disruption budget";

  testProductionLimitsMemory = {
    expr = (container (overlay "production")).resources.limits.memory;
    expected = "256Mi";
  };

  testAMissingNameIsRefused =
    let result = builtins.tryEval (lib.mkChart { version = "1.0.0"; app.image = "nginx"; }); in
    !result.success;
}
