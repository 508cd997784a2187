builtins.genList (x: x) 4611686018427387904
