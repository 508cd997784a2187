# What the web app is in every environment; overlays say the rest.
{
  name = "web-app";
  version = "1.0.0";

  app = {
    image = "nginxinc/nginx-unprivileged:1.27-alpine";
    ports = [ 8080 ];
  };
}
