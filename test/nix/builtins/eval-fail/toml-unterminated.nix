builtins.fromTOML "a = \"x\nb = 1"
