builtins.toPath "x"
