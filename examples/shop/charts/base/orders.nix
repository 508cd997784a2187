{
  name = "orders";
  version = "1.8.0";
  description = "Takes orders and passes them on";

  app = {
    image = "registry.example.com/shop/orders:1.8.0";
    ports = [ 8080 9090 ];
    serviceType = "ClusterIP";
    env = {
      DATABASE_HOST = "postgres.shop.svc.cluster.local";
      WORKERS = 4;
      TRACING = false;
    };
  };
}
