{
  name = "storefront";
  version = "2.3.1";
  description = "What customers see";

  app = {
    image = "registry.example.com/shop/storefront:2.3.1";
    ports = [ 8080 ];
  };
}
