builtins.convertHash { hash = "sha256:abc"; hashAlgo = "md5"; toHashFormat = "sri"; }
