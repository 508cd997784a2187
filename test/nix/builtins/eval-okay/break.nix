builtins.break 1
