builtins.fromJSON "{\"a\": tru}"
