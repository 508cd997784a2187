let
  probe = path: { httpGet = { inherit path; port = 8080; }; periodSeconds = 10; timeoutSeconds = 5; };
in
(import ../../lib { }).mkChart {
  name = "search";
  version = "5.0.1";
  app = {
    image = "registry.example.com/shop/search:5.0.1";
    ports = [ 8080 ];
    production = {
      resources = {
        requests = { cpu = "100m"; memory = "128Mi"; };
        limits = { cpu = "500m"; memory = "512Mi"; };
      };
      healthChecks = {
        readinessProbe = probe "/ready" // { initialDelaySeconds = 10; };
        livenessProbe = probe "/health" // { initialDelaySeconds = 30; failureThreshold = 6; };
        startupProbe = probe "/health" // { failureThreshold = 30; };
      };
      pdb = {
        enabled = true;
        minAvailable = "50%";
      };
    };
    replicas = 4;
  };
}
