let x = x; in builtins.typeOf x
