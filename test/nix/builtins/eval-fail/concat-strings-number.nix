builtins.concatStringsSep "" [ 1 ]
