./folder/${builtins.toFile "file" ""}
