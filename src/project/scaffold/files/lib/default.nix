# Nix Helm Generator: `import ../lib { }` gives mkChart and everything else it has.
# Files with functions of your own, such as validators.nix, go beside this one.
args: import <nix-helm-generator> args
