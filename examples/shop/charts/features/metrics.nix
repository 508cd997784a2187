(import ../../lib { }).mkChart {
  name = "stock";
  version = "1.1.0";
  app = {
    image = "registry.example.com/shop/stock:1.1.0";
    ports = [ 8080 9090 ];
    production.annotations = {
      "prometheus.io/scrape" = "true";
      "prometheus.io/port" = "9090";
      "prometheus.io/path" = "/metrics";
    };
  };
}
