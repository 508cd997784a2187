import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { cliProject, goodChart } from "./cli-project.js";

/** A project of the guide's layout, in which every file has another part. */
const mixed = {
  "flake.nix": `{
    inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    inputs.nix-helm-generator.url = "github:your-org/nix-helm-generator";
    outputs = { self, nixpkgs, nix-helm-generator }:
      let system = "x86_64-linux"; lib = nix-helm-generator.lib; in {
        packages.\${system}.production = lib.mkChart (import ./charts/production.nix { inherit lib; });
        checks.\${system}.valid = nixpkgs.legacyPackages.\${system}.runCommand "valid" { } "touch $out";
      };
  }`,
  "lib/default.nix": "args: import <nix-helm-generator> args",
  "lib/validators.nix": '{ deprecated = throw "use something else"; check = x: assert x ? name; x; }',
  "config/constants.nix": '{ environments.production.replicas = 5; labels.team = "platform"; }',
  "charts/base/web.nix": '{ name = "web"; app = { image = "nginx:1"; ports = [ 80 ]; }; }',
  "charts/production.nix": '{ lib }: (import ./base/web.nix) // { version = "1.0.0"; }',
  "charts/needs-more.nix": "{ lib, replicas }: lib.mkChart { inherit replicas; }",
  "charts/security.nix": "# part of a chart\napp = {\n  production.securityContext.pod.runAsNonRoot = true;\n};\n",
  "charts/secrets.nix":
    'let s = { valueFrom.secretKeyRef = { name = "s"; key = "k"; }; }; in { app.env.PASSWORD = s; }',
  "charts/set.nix": `{ lib }: builtins.mapAttrs (_: c: lib.mkChart c) { a = (import ./base/web.nix) // { version = "1.0.0"; }; }`,
  "tests/chart-test.nix": '{ fails = throw "a matter for nhg test"; }',
  "shell.nix": "{ pkgs ? import <nixpkgs> { } }: pkgs.mkShell { }",
  "node_modules/x/bad.nix": "{",
  ".hidden/bad.nix": "{",
};

test("a project with all kinds of files is clean", () => {
  const project = cliProject(mixed);
  const { status, stdout, stderr } = project.nhg(["check"]);
  assert.equal(stdout, "");
  assert.match(stderr, /checked 12 files: 0 errors, 0 warnings\n$/);
  assert.equal(status, 0);
});

const problems = {
  "syntax.nix": "{ a = ; }",
  "variable.nix": "{ }: let unused = 1; in undefinedHere",
  "config.nix": '{\n  name = "x";\n  version = "1";\n  app = { image = "nginx:1"; replica = 2; };\n}',
  "chart.nix": `let lib = import <nix-helm-generator> { }; in {
  good = lib.mkChart { name = "good"; version = "1.0.0"; app.image = "nginx:1"; };
  bad = lib.mkChart { name = "bad"; version = "1.0.0"; app = { image = "nginx:1"; ports = [ 0 ]; }; };
  worse = 1 + "x";
}`,
  "part.nix": 'app = {\n  replicas = "two";\n}',
  "assertion.nix": "assert 1 == 2; { }",
  "missing.nix": "import ./lib { }",
};

test("all problems of all files are found in one run, in the order of the text", () => {
  const project = cliProject(problems);
  const { status, stdout } = project.nhg(["check"]);
  assert.equal(status, 1);
  const places = [...stdout.matchAll(/^error\[([a-z-]+)\].*\n +--> ([a-z.]+):(\d+):/gm)].map((match) =>
    match.slice(1).join(" "),
  );
  assert.deepEqual(places, [
    "assertion assertion.nix 1",
    "invalid-port chart.nix 3",
    "type chart.nix 4",
    "invalid-version config.nix 3",
    "unknown-field config.nix 4",
    "io missing.nix 1",
    "wrong-type part.nix 2",
    "syntax syntax.nix 1",
    "undefined-variable variable.nix 1",
  ]);
});

test("a mistake that many files lead to is reported once", () => {
  const files: Record<string, string> = {
    "base.nix": '{ name = "x"; version = "1.0.0"; app = { image = "nginx:1"; replica = 1; }; }',
  };
  for (const name of ["a", "b", "c"]) files[`${name}.nix`] = "{ lib }: lib.mkChart (import ./base.nix)";
  const { stdout } = cliProject(files).nhg(["check"]);
  assert.equal(stdout.match(/^error/gm)?.length, 1);
});

test("only what is asked for is checked", () => {
  const project = cliProject({ ...problems, "sub/good.nix": goodChart });
  assert.equal(project.nhg(["check", "sub"]).status, 0);
  assert.match(project.nhg(["check", "sub/good.nix", "syntax.nix"]).stderr, /checked 2 files: 1 error,/);
  assert.match(project.nhg(["check", "nope"]).stderr, /error\[no-such-file\]/);
  assert.equal(cliProject({}).nhg(["check"]).status, 1);
});

test("warnings alone leave the exit status at 0", () => {
  const project = cliProject({ "chart.nix": '{ name = "x"; version = "1.0.0"; app.image = "nginx"; }' });
  const { status, stdout, stderr } = project.nhg(["check"]);
  assert.equal(status, 0);
  assert.match(stdout, /^warning\[image-not-pinned\]/);
  assert.match(stderr, /0 errors, 1 warning\n/);
});

test("the guide's spellings are warned of at their place", () => {
  const source = '{\n  name = builtins.getEnv "NOT_SET" or "x";\n  version = "1.0.0";\n  app.image = "nginx:1";\n}';
  const { status, stdout } = cliProject({ "chart.nix": source }).nhg(["check"]);
  assert.equal(status, 0);
  assert.match(stdout, /^warning\[or-default\]: .*\n +--> chart\.nix:2:/);
});

test("formats for tools", () => {
  const project = cliProject({ "chart.nix": '{ name = "x"; version = "1.0.0"; app = { }; }' });
  const json = JSON.parse(project.nhg(["check", "--format", "json"]).stdout);
  assert.equal(json[0].code, "missing-field");
  assert.equal(json[0].location.file, "chart.nix");
  const sarif = JSON.parse(project.nhg(["check", "--format", "sarif"]).stdout);
  assert.equal(sarif.runs[0].results[0].ruleId, "missing-field");
  assert.match(project.nhg(["check", "--format", "github"]).stdout, /^::error file=chart\.nix,line=1,/);
});

test("a file that recurses without end does not keep the others from being checked", () => {
  const project = cliProject({
    "a.nix": "let f = x: f x + 1; in { a = f 1; }",
    "b.nix": "let x = x; in x",
    "c.nix": "{ name = 1; app = { }; }",
  });
  const { status, stdout } = project.nhg(["check"]);
  assert.equal(status, 1);
  for (const code of ["stack-overflow", "infinite-recursion", "missing-field"])
    assert.match(stdout, new RegExp(`error\\[${code}\\]`));
});

test("names of folders above the working folder mean nothing", () => {
  const project = cliProject({ "tests/lib/base/chart.nix": '{ name = "x"; app.image = "nginx:1"; }' });
  const { status, stdout } = project.nhg(["check"], { cwd: join(project.folder, "tests/lib/base") });
  assert.equal(status, 1);
  assert.match(stdout, /missing-field\]: .*version/);
  assert.equal(project.nhg(["check"]).status, 0);
});
