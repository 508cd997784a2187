/** The guide's scripts and pipelines, as its readers run them with `nhg` for `nix`. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { nhgAsync } from "../support/nhg.js";
import { run } from "../support/run.js";
import { temporaryFolder, writeFiles } from "../support/temporary.js";
import { requireTool } from "../support/tools.js";
import { type CliProject, cliProject, outputs } from "./cli-project.js";

function newProject(): CliProject {
  const project = cliProject({});
  assert.equal(project.nhg(["init"]).status, 0);
  return project;
}

function succeeds(project: CliProject, args: readonly string[], environment: Record<string, string> = {}): string {
  const { status, stdout, stderr } = project.nhg(args, { env: environment });
  assert.equal(status, 0, `${args.join(" ")}: ${stderr}`);
  return stdout;
}

test("CI: validate, then deploy staging and production from result/", () => {
  const project = newProject();
  succeeds(project, ["flake", "check"]);
  succeeds(project, ["build", ".#charts.production", "--dry-run"]);
  assert.equal(project.link("result"), undefined);
  for (const environment of ["staging", "production"]) {
    succeeds(project, ["build", `.#charts.${environment}`]);
    assert.match(project.read("result/25-deployment-web-app.yaml"), new RegExp(`namespace: ${environment}`));
  }
});

test("GitOps: the release script copies an environment's manifests", { skip: requireTool("bash").skip }, () => {
  const project = newProject();
  const bin = temporaryFolder();
  writeFiles(bin, {
    nhg: `#!/bin/sh\nexec "${process.execPath}" "${join(import.meta.dirname, "../../bin/nhg.js")}" "$@"\n`,
  });
  run("chmod", ["+x", join(bin, "nhg")]);
  const target = temporaryFolder();
  const release = () =>
    run("bash", ["scripts/release.sh", "production"], {
      cwd: project.folder,
      env: { PATH: `${bin}:${env.PATH}`, NHG_STORE: project.store, GITOPS_REPO: target },
    });
  // A second time too: the copies of the first can be overwritten.
  for (let i = 0; i < 2; i++) {
    const { status, stderr } = release();
    assert.equal(status, 0, stderr);
  }
  assert.match(run("cat", [join(target, "production/25-deployment-web-app.yaml")]).stdout, /replicas: 5/);
});

test("integration test: every environment builds, and kubectl reads what eval gives", (context) => {
  const project = newProject();
  for (const environment of ["development", "staging", "production"]) {
    succeeds(project, ["build", ".#test-chart"], { ENV: environment });
    assert.match(project.read("result/25-deployment-web-app.yaml"), new RegExp(`namespace: ${environment}`));
  }
  const { yamlOutput } = JSON.parse(succeeds(project, ["eval", ".#test-chart", "--json"]));
  const kubectl = requireTool("kubectl");
  if (kubectl.skip) {
    context.diagnostic(kubectl.skip);
    return;
  }
  const { status, stderr } = run(kubectl.path, ["label", "--local", "-f", "-", "checked=yes", "-o", "name"], {
    input: yamlOutput,
  });
  assert.equal(status, 0, stderr);
});

test("caching: NIX_CONFIG, --file with --out-link, and a Nix cache for a store", () => {
  const project = newProject();
  const environment = { NIX_CONFIG: "extra-experimental-features = nix-command flakes" };
  succeeds(project, ["build", "--file", "charts/examples/hello.nix", "--out-link", "result-chart"], environment);
  assert.ok(project.link("result-chart"));
  succeeds(
    project,
    ["build", "--file", "charts/examples/hello.nix", "--store", "https://cache.nixos.org"],
    environment,
  );
  assert.equal(project.link("result"), project.link("result-chart"));
});

test("three environments in parallel, into one link", async () => {
  const project = newProject();
  const environments = ["development", "staging", "production"];
  const results = await Promise.all(
    environments.map((ENV) =>
      nhgAsync(["build", ".#chart"], { cwd: project.folder, env: { ENV, NHG_STORE: project.store } }),
    ),
  );
  for (const { status, stderr } of results) assert.equal(status, 0, stderr);
  assert.equal(outputs(project).length, 3);
  assert.match(project.read("result/25-deployment-web-app.yaml"), /namespace: (development|staging|production)\n/);
});

test("many resources, generated when they are needed", () => {
  const project = cliProject({
    "charts.nix": `
      let
        lib = import <nix-helm-generator> { };
        fleet = { env, replicas, ... }: lib.mkChart {
          name = "large-\${env}";
          version = "1.0.0";
          app = { image = "large:1"; inherit replicas; };
          resources = builtins.genList (i: { name = "resource-\${toString i}"; spec = { replicas = 1; }; }) replicas;
        };
      in
      { development = fleet { env = "dev"; replicas = 2; }; production = fleet { env = "prod"; replicas = 10; }; }
    `,
  });
  succeeds(project, ["build", "charts.nix"]);
  assert.deepEqual([project.list("result/development").length, project.list("result/production").length], [3, 11]);
});
