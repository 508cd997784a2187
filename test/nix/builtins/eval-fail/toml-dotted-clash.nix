builtins.fromTOML "a.b = 1\na.b.c = 2"
