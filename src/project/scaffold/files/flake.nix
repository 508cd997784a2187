{
  description = "Kubernetes applications, described in Nix";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    nix-helm-generator.url = "github:your-org/nix-helm-generator";
  };

  outputs = { self, nixpkgs, nix-helm-generator }:
    let
      inherit (nix-helm-generator) lib;

      # Manifests are the same on every machine; a flake names machines all the same.
      forEachSystem = lib.genAttrs [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];

      # A file is a chart, or a function of `lib` that gives one.
      load = file:
        let value = import file; in
        if builtins.isFunction value then value { inherit lib; } else value;

      charts = {
        development = load ./charts/overlays/development/web-app.nix;
        staging = load ./charts/overlays/staging/web-app.nix;
        production = load ./charts/overlays/production/web-app.nix;
      };

      # `ENV=production nhg build` builds that environment's chart.
      environment = let name = builtins.getEnv "ENV"; in if name == "" then "development" else name;
      chart = charts.${environment} or (throw "ENV is ${environment}, but there are only ${names}");
      names = builtins.concatStringsSep ", " (builtins.attrNames charts);
    in
    {
      # `nhg build .#charts.production`; all of them with `nhg build .#charts`
      inherit charts;

      packages = forEachSystem (system: charts // {
        inherit chart;
        default = chart;
        test-chart = chart;
      });

      # A shell with nhg in it: `nix develop`
      devShells = forEachSystem (system: {
        default = nixpkgs.legacyPackages.${system}.mkShell {
          buildInputs = [ nix-helm-generator.packages.${system}.default ];
        };
      });
    };
}
