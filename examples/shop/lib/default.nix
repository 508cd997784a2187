# The generator's library, so that charts can say `import ../lib { }`.
arguments: import <nix-helm-generator> arguments
