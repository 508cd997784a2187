builtins.parseFlakeRef "./x"
