{
  description = "Kubernetes applications, described in Nix";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    nix-helm-generator.url = "github:your-org/nix-helm-generator";
  };

  outputs = { self, nixpkgs, nix-helm-generator }:
    let
      inherit (nix-helm-generator) lib;

      # The manifests are the same on every machine; a flake names machines all the same.
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      forEachSystem = lib.genAttrs systems;

      # One chart for each environment: `nhg build .#charts.production`
      charts = {
        development = import ./charts/overlays/development/web-app.nix { inherit lib; };
        staging = import ./charts/overlays/staging/web-app.nix { inherit lib; };
        production = import ./charts/overlays/production/web-app.nix { inherit lib; };
      };
    in
    {
      packages = forEachSystem (system: charts // { default = charts.development; });

      # A shell with nhg in it: `nix develop`
      devShells = forEachSystem (system: {
        default = nixpkgs.legacyPackages.${system}.mkShell {
          buildInputs = [ nix-helm-generator.packages.${system}.default ];
        };
      });

      # What `nhg flake check` evaluates and `nix flake check` builds
      checks = forEachSystem (system: {
        validate-charts = nixpkgs.legacyPackages.${system}.runCommand "validate-charts" { } ''
          ${builtins.concatStringsSep "\n" (map lib.validateChartConfig (map (chart: chart.config) (builtins.attrValues charts)))}
          echo "Charts are valid" > $out
        '';
      });
    };
}
