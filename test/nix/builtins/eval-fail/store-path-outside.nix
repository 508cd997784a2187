builtins.storePath ./.
