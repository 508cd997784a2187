# What several charts share.
{
  # Labels of every resource
  labels.team = "platform";

  # What differs between environments
  environments = {
    development = {
      replicas = 1;
      imageTag = "1.27-alpine";
      logLevel = "DEBUG";
    };
    staging = {
      replicas = 2;
      imageTag = "1.27-alpine";
      logLevel = "INFO";
    };
    production = {
      replicas = 5;
      imageTag = "1.27-alpine";
      logLevel = "INFO";
    };
  };
}
