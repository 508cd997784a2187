builtins.path { path = ../data/hello.txt; recursive = false; sha256 = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="; }
