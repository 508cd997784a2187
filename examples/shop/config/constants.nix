{
  appName = "shop";

  environments = {
    development = { replicas = 1; imageTag = "dev"; };
    staging = { replicas = 2; imageTag = "2.4.0-rc1"; };
    production = { replicas = 5; imageTag = "2.3.1"; };
  };

  commonLabels = {
    managedBy = "nix-helm-generator";
    team = "checkout";
  };
}
