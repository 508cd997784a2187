let
  inherit (import <nix-helm-generator> { }) mkChart;
in
mkChart {
  name = "hello";
  version = "1.0.0";
  app = {
    image = "nginx:1.27-alpine";
    ports = [ 80 ];
  };
}
