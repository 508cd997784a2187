let
  fromSecret = name: key: { valueFrom.secretKeyRef = { inherit name key; }; };
in
(import ../../lib { }).mkChart {
  name = "ledger";
  version = "0.9.3";
  app = {
    image = "registry.example.com/shop/ledger:0.9.3";
    ports = [ 8080 ];
    env = {
      DATABASE_PASSWORD = fromSecret "ledger-database" "password";
      API_KEY = fromSecret "ledger-api" "key";
      REDIS_URL = "redis://redis.shop.svc.cluster.local:6379";
    };
  };
}
