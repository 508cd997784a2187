builtins.appendContext "a" { "${builtins.unsafeDiscardStringContext (builtins.toFile "a" "b")}" = { outputs = [ "out" ]; }; }
