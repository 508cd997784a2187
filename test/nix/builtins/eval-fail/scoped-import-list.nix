builtins.scopedImport [ ] ../data/scoped.nix
