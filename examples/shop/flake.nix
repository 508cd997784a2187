{
  description = "The shop's services";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    nix-helm-generator.url = "github:nix-helm-generator/nix-helm-generator";
  };

  outputs = { self, nixpkgs, nix-helm-generator }:
    let
      system = "x86_64-linux";
      inherit (nix-helm-generator) lib;
      pkgs = nixpkgs.legacyPackages.${system};

      charts = {
        staging = import ./charts/staging.nix { inherit lib; };
        production = import ./charts/production.nix { inherit lib; };
      };
    in
    {
      packages.${system} = builtins.mapAttrs (name: config: lib.mkChart config) charts // {
        default = lib.mkChart charts.production;
      };

      devShells.${system}.default = pkgs.mkShell {
        buildInputs = [ nix-helm-generator.packages.${system}.default ];
      };

      checks.${system}.charts = pkgs.runCommand "charts" { } ''
        ${lib.validateChartConfig charts.production}
        echo "Charts are valid" > $out
      '';
    };
}
