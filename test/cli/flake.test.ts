import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cliProject, goodChart } from "./cli-project.js";

const flake = `{
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    nix-helm-generator.url = "github:your-org/nix-helm-generator";
    shared.url = "path:./shared";
  };
  outputs = { self, nixpkgs, nix-helm-generator, shared }:
    let
      system = "x86_64-linux";
      chart = name: nix-helm-generator.lib.mkChart { inherit name; version = shared.version; app.image = "nginx:1"; };
    in
    {
      packages.\${system} = { production = chart "production"; staging = chart "staging"; };
      legacyPackages.\${system}.legacy = chart "legacy";
      top = chart "top";
      charts.own = chart "own";
      devShells.\${system}.default = nixpkgs.legacyPackages.\${system}.mkShell {
        buildInputs = [ nix-helm-generator.packages.\${system}.default ];
      };
      checks.\${system}.valid = nixpkgs.legacyPackages.\${system}.runCommand "valid" { } ''
        \${nix-helm-generator.lib.validateChartConfig { name = "x"; version = "1.0.0"; app.image = "nginx:1"; }}
        touch $out
      '';
    };
}`;
const files = { "flake.nix": flake, "shared/flake.nix": '{ outputs = { self }: { version = "1.2.3"; }; }' };

const built = (args: readonly string[], cwd = "") => {
  const project = cliProject(files);
  if (cwd !== "") mkdirSync(join(project.folder, cwd), { recursive: true });
  const { status, stderr } = project.nhg(["build", ...args, "--dry-run"], { cwd: join(project.folder, cwd) });
  assert.equal(status, 0, stderr);
  return /would build (\S+) 1\.2\.3/.exec(stderr)?.[1];
};

test("outputs are found where Nix looks, and where charts are kept", () => {
  assert.equal(built([".#production"]), "production");
  assert.equal(built([".#charts.production"]), "production");
  assert.equal(built([".#packages.x86_64-linux.production"]), "production");
  assert.equal(built([".#legacy"]), "legacy");
  assert.equal(built([".#top"]), "top");
  assert.equal(built([".#charts.own"]), "own");
  assert.equal(built(["#staging"]), "staging");
});

test("the flake is found from a folder below, and by its path", () => {
  assert.equal(built([".#staging"], "deep/er"), "staging");
  assert.equal(built(["path:../..#staging"], "deep/er"), "staging");
  assert.equal(built(["../..#staging"], "deep/er"), "staging");
});

test("a chart for another system will do, because manifests are the same everywhere", () => {
  assert.equal(built([".#production", "--system", "aarch64-darwin"]), "production");
});

test("an output that is not there: what was tried, and what was meant", () => {
  const project = cliProject(files);
  const { status, stderr } = project.nhg(["build", ".#charts.prodution"]);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /does not provide attribute 'packages\.x86_64-linux\.charts\.prodution', .* or 'charts\.prodution'/,
  );
  assert.match(stderr, /did you mean `charts\.production`\?/);
  assert.match(project.nhg(["build"]).stderr, /packages\.x86_64-linux\.default[\s\S]*'\.#production'/);
});

test("a chart is built without nixpkgs being asked for", () => {
  const project = cliProject(files);
  assert.equal(project.nhg(["build", ".#production"]).stderr, "built production 1.2.3: 1 resource in result\n");
});

test("a development shell evaluates with the stand-in, which is said once, and is not built", () => {
  const project = cliProject(files);
  const shell = ".#devShells.x86_64-linux.default";
  const { stdout, stderr } = project.nhg(["eval", `${shell}.drvPath`]);
  assert.match(stdout, /^"\/nix\/store\/.*-nix-shell\.drv"\n$/);
  assert.equal(stderr.match(/nixpkgs is not fetched/g)?.length, 1);
  const build = project.nhg(["build", shell]);
  assert.equal(build.status, 1);
  assert.match(build.stderr, /needs real Nix/);
});

test("what the stand-in lacks is said to be its fault", () => {
  const source = "{ outputs = { self, nixpkgs }: { x = nixpkgs.legacyPackages.x86_64-linux.hello; }; }";
  const { status, stderr } = cliProject({ "flake.nix": source }).nhg(["eval", ".#x"]);
  assert.equal(status, 1);
  assert.match(stderr, /attribute 'hello' missing[\s\S]*--> flake\.nix:1:[\s\S]*--override-input nixpkgs path:FOLDER/);
});

test("--override-input takes nixpkgs, or any other input, from a folder", () => {
  const project = cliProject({
    ...files,
    "mine/flake.nix": '{ outputs = { self }: { version = "9.9.9"; }; }',
    "pkgs/flake.nix": '{ outputs = { self }: { legacyPackages.x86_64-linux.mkShell = _: { name = "mine"; }; }; }',
  });
  const version = project.nhg(["eval", ".#top.chartMeta.version", "--raw", "--override-input", "shared", "./mine"]);
  assert.equal(version.stdout, "9.9.9");
  const shell = project.nhg([
    "eval",
    ".#devShells.x86_64-linux.default.name",
    "--override-input",
    "nixpkgs",
    "path:pkgs",
  ]);
  assert.deepEqual([shell.stdout, shell.stderr], ['"mine"\n', ""]);
  assert.equal(project.nhg(["eval", ".#top", "--override-input", "shared", "github:a/b"]).status, 1);
});

test("flake check evaluates everything and says what it did not build", () => {
  const { status, stdout, stderr } = cliProject(files).nhg(["flake", "check"]);
  assert.deepEqual([status, stdout], [0, ""]);
  assert.match(stderr, /evaluated, not built .*: checks\.x86_64-linux\.valid\n/);
  assert.match(stderr, /0 errors, 0 warnings\n$/);
});

test("flake check finds all that is wrong", () => {
  const source = `{
    outputs = { self, nix-helm-generator, nixpkgs }: {
      packages.x86_64-linux = {
        bad = nix-helm-generator.lib.mkChart { name = "bad"; app.image = "nginx:1"; };
        number = 1;
      };
      checks.x86_64-linux.broken = nixpkgs.legacyPackages.x86_64-linux.runCommand "x" { } (throw "no script");
      overlays.default = 1;
      more.nested = nix-helm-generator.lib.mkChart { name = "a/b"; version = "1.0.0"; app.image = "nginx:1"; };
    };
  }`;
  const { status, stdout } = cliProject({ "flake.nix": source }).nhg(["flake", "check"]);
  assert.equal(status, 1);
  for (const message of [
    /missing-field\]: .*version/,
    /'packages\.x86_64-linux\.number' must be a chart or a derivation, but is an integer\n +--> flake\.nix:5:/,
    /error\[throw\]: no script/,
    /'overlays\.default' must be a function/,
    /invalid-name/,
  ]) {
    assert.match(stdout, message);
  }
});

test("flake check where there is no flake", () => {
  const { status, stderr } = cliProject({ "chart.nix": goodChart }).nhg(["flake", "check"]);
  assert.equal(status, 1);
  assert.match(stderr, /there is no flake\.nix/);
});

test("flake show lists the outputs", () => {
  const project = cliProject(files);
  const { status, stdout } = project.nhg(["flake", "show"]);
  assert.equal(status, 0);
  assert.match(stdout, /├───packages\n│ {3}└───x86_64-linux\n│ {7}├───production: chart 'production 1\.2\.3'\n/);
  const tree = JSON.parse(project.nhg(["flake", "show", "--json"]).stdout);
  assert.equal(tree.members.checks.members["x86_64-linux"].members.valid.description, "derivation 'valid'");
});

test("a broken output leaves the others to be shown", () => {
  const source = '{ outputs = { self }: { packages.x86_64-linux = { a = throw "no"; b = { }; }; }; }';
  const { status, stdout } = cliProject({ "flake.nix": source }).nhg(["flake", "show"]);
  assert.equal(status, 0);
  assert.match(stdout, /a: broken: no\n/);
});

test("import of a flake's own files, and self in strings", () => {
  const source =
    '{ outputs = { self }: { a = import (self + "/x.nix"); b = import "${self}/x.nix"; c = builtins.pathExists "${self}/x.nix"; }; }';
  const project = cliProject({ "flake.nix": source, "x.nix": "42" });
  assert.equal(project.nhg(["eval", ".#a"]).stdout, "42\n");
  assert.equal(project.nhg(["eval", ".#b"]).stdout, "42\n");
  assert.equal(project.nhg(["eval", ".#c"]).stdout, "true\n");
});
