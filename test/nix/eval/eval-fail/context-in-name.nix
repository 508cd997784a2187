{ ${builtins.toFile "file" ""} = 1; }
