builtins.div 1 { }
