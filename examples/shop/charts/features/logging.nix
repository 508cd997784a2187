(import ../../lib { }).mkChart {
  name = "mailer";
  version = "1.2.0";
  app = {
    image = "registry.example.com/shop/mailer:1.2.0";
    env = {
      LOG_LEVEL = "INFO";
      LOG_FORMAT = "json";
    };
    configData = {
      "logging.yaml" = ''
        version: 1
        formatters:
          json:
            format: "%(asctime)s %(name)s %(levelname)s %(message)s"
        root:
          level: INFO
          handlers: [stdout]
      '';
      "greeting.tmpl" = "Dear {{ .Name }}, thank you for your order.";
    };
  };
}
