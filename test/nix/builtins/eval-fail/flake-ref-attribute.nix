builtins.flakeRefToString { type = "path"; path = "/x"; foo = "bar"; }
