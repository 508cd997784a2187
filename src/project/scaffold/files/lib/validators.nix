{
  # Gives an environment's settings back when they are complete.
  requireFields = name: fields: settings:
    let
      missing = builtins.filter (field: !(settings ? ${field})) fields;
    in
    if missing == [ ] then settings
    else throw "environment ${name} lacks ${builtins.concatStringsSep ", " missing}";
}
