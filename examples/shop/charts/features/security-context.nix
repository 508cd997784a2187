(import ../../lib { }).mkChart {
  name = "locked-down";
  version = "1.0.0";
  app = {
    image = "registry.example.com/shop/edge:1.4.2";
    ports = [ 8443 ];
    production.securityContext = {
      pod = {
        runAsNonRoot = true;
        runAsUser = 101;
        runAsGroup = 101;
        fsGroup = 101;
      };
      container = {
        allowPrivilegeEscalation = false;
        capabilities = {
          drop = [ "ALL" ];
          add = [ "NET_BIND_SERVICE" ];
        };
      };
    };
  };
}
