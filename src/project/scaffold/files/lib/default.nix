# Nix Helm Generator: `import ../lib { }` gives mkChart and everything else it has.
# Functions of your own go into files beside this one, as validators.nix shows.
args: import <nix-helm-generator> args
