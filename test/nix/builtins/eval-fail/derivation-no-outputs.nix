builtins.derivationStrict { name = "a"; system = "s"; builder = "b"; outputs = [ ]; }
