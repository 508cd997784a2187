# What several charts share.
{
  # What differs between environments
  environments = {
    development = {
      replicas = 1;
      imageTag = "1.27-alpine";
    };
    staging = {
      replicas = 2;
      imageTag = "1.27-alpine";
    };
    production = {
      replicas = 5;
      imageTag = "1.27-alpine";
    };
  };

  # Labels of every resource
  commonLabels = {
    team = "platform";
  };
}
