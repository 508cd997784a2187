import assert from "node:assert/strict";
import { lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { cliProject, goodChart, outputs } from "./cli-project.js";

const set = `
{ lib }:
let
  chart = name: lib.mkChart { inherit name; version = "1.0.0"; app = { image = "nginx:1"; ports = [ 80 ]; }; };
in
{
  web = chart "web";
  teams.a.api = chart "api";
  helper = x: x;
  note = "not a chart";
}
`;

test("a chart's manifests are at the top of result/", () => {
  const project = cliProject({ "chart.nix": goodChart });
  const { status, stdout, stderr } = project.nhg(["build", "chart.nix"]);
  assert.deepEqual([status, stdout, stderr], [0, "", "built web 1.0.0: 2 resources in result\n"]);
  assert.deepEqual(project.list("result"), ["20-service-web.yaml", "25-deployment-web.yaml"]);
  assert.match(project.read("result/25-deployment-web.yaml"), /image: nginx:1\.27-alpine/);
  assert.equal(dirname(project.link("result") ?? ""), project.store);
});

test("chart.nix is built without being named, and a plain config is a chart", () => {
  const project = cliProject({ "chart.nix": '{ name = "x"; version = "1.0.0"; app.image = "nginx:1"; }' });
  assert.equal(project.nhg(["build"]).status, 0);
  assert.deepEqual(project.list("result"), ["25-deployment-x.yaml"]);
});

test("-o and --out-link name the link, whose folder is made", () => {
  const project = cliProject({ "chart.nix": goodChart });
  assert.equal(project.nhg(["build", "-o", "deep/er/link"]).status, 0);
  assert.equal(project.nhg(["build", "--file", "chart.nix", "--out-link", "result-chart"]).status, 0);
  assert.equal(project.link("deep/er/link"), project.link("result-chart"));
  assert.equal(project.link("result"), undefined);
});

test("--no-link makes none, --print-out-paths prints where the output is", () => {
  const project = cliProject({ "chart.nix": goodChart });
  const { stdout } = project.nhg(["build", "--no-link", "--print-out-paths", "--quiet"]);
  assert.deepEqual(readdirSync(stdout.trim()).length, 2);
  assert.equal(project.link("result"), undefined);
});

test("several installables have the links result, result-1, …", () => {
  const project = cliProject({ "charts.nix": set });
  assert.equal(project.nhg(["build", "charts.nix#web", "charts.nix#teams.a.api"]).status, 0);
  assert.ok(project.list("result").includes("25-deployment-web.yaml"));
  assert.ok(project.list("result-1").includes("25-deployment-api.yaml"));
});

test("of a set, each chart has a folder; what is no chart is passed over", () => {
  const project = cliProject({ "charts.nix": set });
  const { stderr } = project.nhg(["build", "charts.nix"]);
  assert.equal(stderr, "built 2 charts: 4 resources in result\n");
  assert.deepEqual(project.list("result"), ["teams", "web"]);
  assert.deepEqual(project.list("result/teams/a/api"), ["20-service-api.yaml", "25-deployment-api.yaml"]);
  assert.equal(project.nhg(["build", "-f", "charts.nix", "-A", "teams"]).status, 0);
  assert.deepEqual(project.list("result/a"), ["api"]);
});

test("--format yaml and json are one file each", () => {
  const project = cliProject({ "chart.nix": goodChart });
  project.nhg(["build", "--format", "yaml"]);
  assert.deepEqual(project.list("result"), ["manifests.yaml"]);
  project.nhg(["build", "--format=json"]);
  assert.deepEqual(project.list("result"), ["manifests.json"]);
  assert.equal(JSON.parse(project.read("result/manifests.json")).kind, "List");
});

test("--dry-run evaluates, shows what would be written, and writes nothing", () => {
  const project = cliProject({ "chart.nix": goodChart });
  const { status, stderr } = project.nhg(["build", "--dry-run"]);
  assert.equal(status, 0);
  assert.match(
    stderr,
    /^would build web 1\.0\.0: 2 resources in .*\n {2}20-service-web\.yaml\n {2}25-deployment-web\.yaml\n$/,
  );
  assert.deepEqual(project.list("."), ["chart.nix"]);
});

test("the same chart is the same output; ENV makes another", () => {
  const source = `
    let env = let e = builtins.getEnv "ENV"; in if e == "" then "development" else e; in
    { name = "web-\${env}"; version = "1.0.0"; app.image = "nginx:1"; }
  `;
  const project = cliProject({ "chart.nix": source });
  project.nhg(["build"]);
  const first = project.link("result");
  project.nhg(["build"]);
  assert.equal(project.link("result"), first);
  project.nhg(["build"], { env: { ENV: "production" } });
  assert.deepEqual(project.list("result"), ["25-deployment-web-production.yaml"]);
  assert.equal(outputs(project).length, 2);
});

test("--store and NHG_STORE choose the store; a Nix store is answered with a note", () => {
  const project = cliProject({ "chart.nix": goodChart });
  project.nhg(["build", "--store", "here"]);
  assert.equal(dirname(project.link("result") ?? ""), join(project.folder, "here"));
  for (const store of ["https://cache.nixos.org", "daemon"]) {
    const { status, stderr } = project.nhg(["build", "--file", "chart.nix", "--store", store]);
    assert.equal(status, 0);
    assert.match(stderr, new RegExp(`^note.*the store '${store}' is not asked\n`));
    assert.equal(dirname(project.link("result") ?? ""), project.store);
  }
});

test("without NHG_STORE the user's folder for caches is used, and without a home there is an error", () => {
  const project = cliProject({ "chart.nix": goodChart });
  const home = join(project.folder, "home");
  project.nhg(["build"], { env: { NHG_STORE: undefined, XDG_CACHE_HOME: undefined, HOME: home } });
  assert.ok(project.link("result")?.startsWith(home));
});

test("--env: a program that reads ENV, a folder for each of several environments", () => {
  const source = '{ name = "web-${builtins.getEnv "ENV"}"; version = "1.0.0"; app.image = "nginx:1"; }';
  const project = cliProject({ "chart.nix": source });
  project.nhg(["build", "--env", "staging"]);
  assert.deepEqual(project.list("result"), ["25-deployment-web-staging.yaml"]);
  project.nhg(["build", "--env", "staging,production"]);
  assert.deepEqual(project.list("result"), ["production", "staging"]);
  assert.deepEqual(project.list("result/production"), ["25-deployment-web-production.yaml"]);
});

test("--env: the config's environments, of a config and of a chart", () => {
  const config = `{
    name = "web"; version = "1.0.0";
    app = { image = "nginx:1"; replicas = 1; };
    environments.production.app.replicas = 7;
  }`;
  const files = { "config.nix": config, "chart.nix": "{ lib }: lib.mkChart (import ./config.nix)" };
  const project = cliProject(files);
  for (const file of Object.keys(files)) {
    assert.equal(project.nhg(["build", file, "--env", "production"]).status, 0);
    assert.match(project.read("result/25-deployment-web.yaml"), /replicas: 7/);
  }
});

test("--env: a set with a chart for each", () => {
  const source = `{ lib }: lib.mkEnvironments {
    base = { name = "web"; version = "1.0.0"; app.image = "nginx:1"; };
    environments = { staging.app.replicas = 2; production.app.replicas = 5; };
  }`;
  const project = cliProject({ "chart.nix": source });
  assert.equal(project.nhg(["build", "--env", "production"]).status, 0);
  assert.match(project.read("result/25-deployment-web.yaml"), /replicas: 5/);
  assert.equal(project.nhg(["build"]).status, 0);
  assert.deepEqual(project.list("result"), ["production", "staging"]);
});

test("--env: an environment that changes nothing is an error", () => {
  const project = cliProject({ "chart.nix": goodChart });
  const { status, stderr } = project.nhg(["build", "--env", "production"]);
  assert.equal(status, 1);
  assert.match(stderr, /no environment 'production'.*ENV[\s\S]*environments\.production/);
});

test("an earlier link is replaced; a file or folder in its place is not", () => {
  const project = cliProject({ "chart.nix": goodChart });
  symlinkSync("elsewhere", join(project.folder, "result"));
  assert.equal(project.nhg(["build"]).status, 0);
  mkdirSync(join(project.folder, "mine"));
  writeFileSync(join(project.folder, "mine/file"), "precious");
  const { status, stderr } = project.nhg(["build", "-o", "mine"]);
  assert.equal(status, 1);
  assert.match(stderr, /error\[link-exists\]: .*\n.*--out-link/);
  assert.ok(lstatSync(join(project.folder, "mine")).isDirectory());
  assert.equal(project.read("mine/file"), "precious");
});

test("warnings are shown, and --quiet keeps them quiet", () => {
  const project = cliProject({ "chart.nix": '{ name = "x"; version = "1.0.0"; app.image = "nginx"; }' });
  assert.match(project.nhg(["build"]).stderr, /^warning\[image-not-pinned\]: [\s\S]*--> chart\.nix:1:[\s\S]*\nbuilt x/);
  assert.equal(project.nhg(["build", "--quiet"]).stderr, "");
});
