# The smallest chart: `nhg build charts/examples/hello.nix`
{
  name = "hello";
  version = "1.0.0";

  app = {
    image = "nginx:1.27-alpine";
    ports = [ 80 ];
  };
}
