import assert from "node:assert/strict";
import { test } from "node:test";
import { cliProject, goodChart } from "./cli-project.js";

const project = cliProject({
  "chart.nix": goodChart,
  "value.nix": '{ a = { b = [ 10 { "c.d" = "deep"; } ]; }; f = x: x; lazy = throw "never"; }',
  "function.nix": "{ x, y ? 2 }: { sum = x + y; }",
  "with-lib.nix": '{ lib }: lib.mkChart { name = "x"; version = "1.0.0"; app.image = "nginx:1"; }',
  "charts.nix":
    '{ lib }: builtins.mapAttrs (name: version: lib.mkChart { inherit name version; app.image = "nginx:1"; }) { a = "1.0.0"; b = "2.0.0"; }',
  "impure.nix": 'builtins.getEnv "GREETING"',
});

function stdout(args: readonly string[], options = {}): string {
  const result = project.nhg(["eval", ...args], options);
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}

test("prints values as nix-instantiate --eval does", () => {
  assert.equal(stdout(["-E", "1 + 2"]), "3\n");
  assert.equal(stdout(["-E", '{ a = 1; b = "x\\n"; c = 1 + 1; }']), '{ a = 1; b = "x\\n"; c = <CODE>; }\n');
  assert.equal(stdout(["--strict", "-E", "{ c = 1 + 1; f = x: x; }"]), "{ c = 2; f = <LAMBDA>; }\n");
});

test("--json, --raw and --yaml", () => {
  assert.equal(stdout(["--json", "-E", '{ b = [ 1 null ]; a = "é"; }']), '{"a":"é","b":[1,null]}\n');
  assert.equal(stdout(["--raw", "-E", '"no line break"']), "no line break");
  assert.equal(stdout(["--yaml", "-E", '{ a = [ "yes" 1 ]; }']), 'a:\n- "yes"\n- 1\n');
});

test("--raw and the plain format keep bytes as they are", () => {
  assert.equal(stdout(["--raw", "-E", '"👍 ü"']), "👍 ü");
  assert.equal(stdout(["-E", '"👍 ü"']), '"👍 ü"\n');
});

test("-A follows sets, lists and quoted names; several attributes are several lines", () => {
  assert.equal(stdout(["-f", "value.nix", "-A", 'a.b.1."c.d"']), '"deep"\n');
  assert.equal(stdout(["value.nix", "-A", "a.b.0"]), "10\n");
  assert.equal(stdout(["value.nix#a.b.0"]), "10\n");
  assert.equal(stdout(["-f", "value.nix", "a.b.0", "f"]), "10\n<LAMBDA>\n");
});

test("a file comes from stdin too, with paths relative to the working folder", () => {
  assert.equal(stdout(["-f", "-"], { input: "(import ./value.nix).a.b" }), "[ 10 <CODE> ]\n");
});

test("--arg and --argstr are given to functions, on the way and at the end", () => {
  assert.equal(stdout(["-f", "function.nix", "--arg", "x", "40"]), "{ sum = <CODE>; }\n");
  assert.equal(stdout(["-f", "function.nix", "--arg", "x", "1 + 39", "-A", "sum"]), "42\n");
  assert.equal(stdout(["-f", "function.nix", "--argstr", "x", "a", "--argstr", "y", "b", "-A", "sum"]), '"ab"\n');
  assert.equal(stdout(["-f", "function.nix"]), "<LAMBDA>\n");
});

test("a function that needs lib gets it where a value is wanted", () => {
  assert.equal(JSON.parse(stdout(["-f", "with-lib.nix", "--json"])).chartMeta.name, "x");
  assert.equal(stdout(["-f", "with-lib.nix", "-A", "chartMeta.name"]), '"x"\n');
});

test("--json of a chart leaves out its function, also inside a set", () => {
  const chart = JSON.parse(stdout(["-f", "chart.nix", "--json"]));
  assert.match(chart.yamlOutput, /kind: Deployment/);
  assert.equal("override" in chart, false);
  const charts = JSON.parse(stdout(["-f", "charts.nix", "--json"]));
  assert.equal(charts.b.chartMeta.version, "2.0.0");
});

test("functions elsewhere are refused by --json, as in Nix", () => {
  const { status, stderr } = project.nhg(["eval", "-E", "{ f = x: x; }", "--json"]);
  assert.equal(status, 1);
  assert.match(stderr, /cannot convert a function to JSON/);
});

test("the environment is readable unless --pure", () => {
  const env = { GREETING: "hello" };
  assert.equal(stdout(["-f", "impure.nix"], { env }), '"hello"\n');
  assert.equal(stdout(["-f", "impure.nix", "--impure"], { env }), '"hello"\n');
  assert.equal(stdout(["-f", "impure.nix", "--pure"], { env }), '""\n');
});

test("-I and NIX_PATH name search paths, and the library comes last", () => {
  assert.equal(stdout(["-I", "here=.", "-E", "import <here/impure.nix>"]), '""\n');
  assert.equal(stdout(["-E", "import <impure.nix>"], { env: { NIX_PATH: "." } }), '""\n');
  assert.equal(
    stdout(["-E", "import <a/impure.nix>"], { env: { NIX_PATH: "b=https://x.example/y.tar.gz:a=." } }),
    '""\n',
  );
  assert.equal(stdout(["-E", "(import <nix-helm-generator> { }) ? mkChart"]), "true\n");
  assert.equal(stdout(["--pure", "-E", "(import <nix-helm-generator> { }) ? mkChart"]), "true\n");
  const mine = ["-I", "nix-helm-generator=value.nix", "-E", "(import <nix-helm-generator>).a.b"];
  assert.equal(stdout(mine), "[ 10 <CODE> ]\n");
});

test("builtins.trace goes to stderr, data to stdout", () => {
  const result = project.nhg(["eval", "-E", 'builtins.trace "on the way" 1']);
  assert.deepEqual([result.stdout, result.stderr], ["1\n", "trace: on the way\n"]);
});

test("the dialect warns with the portable spelling, and --portable refuses it", () => {
  const expression = '(builtins.getEnv "NOT_SET_ANYWHERE" or "fallback")';
  const warned = project.nhg(["eval", "-E", expression]);
  assert.equal(warned.stdout, '"fallback"\n');
  assert.match(warned.stderr, /^warning\[or-default\]: .*\n {2}--> «string»:1:/);
  assert.equal(project.nhg(["eval", "--portable", "-E", expression]).status, 1);
});

test("experimental features are off until a flag or NIX_CONFIG switches them on", () => {
  const args = ["eval", "-E", "1 |> (x: x + 1)"];
  assert.equal(project.nhg(args).status, 1);
  assert.equal(project.nhg([...args, "--extra-experimental-features", "nix-command pipe-operators"]).stdout, "2\n");
  const env = { NIX_CONFIG: "foo = bar\nextra-experimental-features = flakes pipe-operators # yes\n" };
  assert.equal(project.nhg(args, { env }).stdout, "2\n");
});

test("an error shows its place, and the whole trace on demand", () => {
  const args = ["eval", "-E", "let f = x: g x; g = x: h x; h = x: i x; i = x: j x; j = x: x.a; in f { }"];
  const short = project.nhg(args);
  assert.equal(short.status, 1);
  assert.equal(short.stdout, "");
  assert.match(short.stderr, /^error\[missing-attribute\]: attribute 'a' missing\n {2}--> «string»:1:\d+\n/);
  const long = project.nhg([...args, "--show-trace"]);
  assert.ok(long.stderr.split("while calling").length > short.stderr.split("while calling").length);
});

const failures: readonly [string, readonly string[], RegExp][] = [
  ["a missing file", ["-f", "nope.nix"], /error\[io\]: .*nope\.nix/],
  ["a missing installable", ["nope"], /there is no file or folder 'nope'\n.*'\.#nope'/],
  ["a name whose file is there", ["value"], /there is a file 'value\.nix'/],
  ["a missing attribute", ["value.nix", "-A", "a.c"], /attribute 'c' in selection path 'a\.c' not found/],
  ["an index out of range", ["value.nix", "-A", "a.b.7"], /list index 7 in selection path/],
  ["an argument without a value", ["function.nix", "-A", "sum"], /without a value \('x'\)[\s\S]*--argstr/],
  ["a flake that would be fetched", ["github:NixOS/nixpkgs#hello"], /does not fetch flakes.*github:NixOS\/nixpkgs/],
  ["an unknown reference", ["wat:x"], /error\[value\]: /],
  ["a library that is not there", ["-E", "import ./lib { }"], /nhg init[\s\S]*import <nix-helm-generator> \{ \}/],
  ["nixpkgs that is not there", ["-E", "<nixpkgs>"], /-I nixpkgs=FOLDER/],
  ["broken syntax", ["-E", "{ a = ; }"], /error\[syntax\]: [\s\S]*-->/],
  ["an unbound variable", ["-E", "let abc = 1; in abd"], /undefined variable 'abd'[\s\S]*did you mean `abc`\?/],
];

for (const [what, args, message] of failures) {
  test(`${what} is the user's to mend`, () => {
    const result = project.nhg(["eval", ...args]);
    assert.equal(result.status, 1, result.stderr);
    assert.equal(result.stdout, "");
    assert.match(result.stderr, message);
  });
}

test("nothing to evaluate: says what was looked for", () => {
  const { status, stderr } = cliProject({}).nhg(["eval"]);
  assert.equal(status, 1);
  assert.match(stderr, /no flake\.nix .*no default\.nix or chart\.nix/);
});

test("without an operand: default.nix before chart.nix", () => {
  const files = { "default.nix": '"default"', "chart.nix": '"chart"' };
  assert.equal(cliProject(files).nhg(["eval"]).stdout, '"default"\n');
  assert.equal(cliProject({ "chart.nix": '"chart"' }).nhg(["eval"]).stdout, '"chart"\n');
});

test("--quiet leaves out warnings, not traces or errors", () => {
  const expression = 'builtins.trace "shown" (builtins.getEnv "NOT_SET_ANYWHERE" or "fallback")';
  assert.equal(project.nhg(["eval", "--quiet", "-E", expression]).stderr, "trace: shown\n");
  assert.match(project.nhg(["eval", "--quiet", "-E", 'throw "x"']).stderr, /^error\[throw\]: x/);
});
