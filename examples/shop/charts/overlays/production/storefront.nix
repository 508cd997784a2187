let
  base = import ../../base/storefront.nix;
  inherit (import ../../../lib { }) mkChart;
in
mkChart (base // {
  namespace = "production";

  app = base.app // {
    replicas = 5;

    ingress = {
      host = "shop.example.com";
      className = "nginx";
      tls = true;
    };

    production = {
      resources = {
        requests = { cpu = "200m"; memory = "256Mi"; };
        limits = { cpu = "1"; memory = "1Gi"; };
      };
      pdb = {
        enabled = true;
        minAvailable = 3;
      };
    };
  };
})
