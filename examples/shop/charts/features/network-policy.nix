(import ../../lib { }).mkChart {
  name = "payments";
  version = "3.1.0";
  app = {
    image = "registry.example.com/shop/payments:3.1.0";
    ports = [ 8443 ];
    production.networkPolicy = {
      enabled = true;
      ingress = [
        {
          from = [ { podSelector.matchLabels.app = "orders"; } ];
          ports = [ { port = 8443; protocol = "TCP"; } ];
        }
        { from = [ { namespaceSelector.matchLabels.name = "monitoring"; } ]; }
      ];
      egress = [
        {
          to = [ ];
          ports = [
            { port = 53; protocol = "UDP"; }
            { port = 53; protocol = "TCP"; }
          ];
        }
        {
          to = [ { podSelector.matchLabels.app = "ledger"; } ];
          ports = [ { port = 5432; protocol = "TCP"; } ];
        }
      ];
    };
  };
}
