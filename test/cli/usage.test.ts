import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commands } from "../../src/cli/commands.js";
import { repository } from "../support/repository.js";
import { cliProject } from "./cli-project.js";

const project = cliProject({});

test("--version is package.json's", () => {
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  assert.deepEqual(project.nhg(["--version"]).stdout, `nhg ${version}\n`);
});

test("--help, help and no word at all list every command", () => {
  const texts = [["--help"], ["-h"], ["help"], []].map((words) => {
    const { status, stdout, stderr } = project.nhg(words);
    assert.deepEqual([status, stderr], [0, ""]);
    return stdout;
  });
  assert.equal(new Set(texts).size, 1);
  for (const { name, summary } of commands) assert.match(texts[0] ?? "", new RegExp(`  ${name} +${summary}`));
});

for (const { name } of commands) {
  test(`nhg ${name} --help shows its flags and examples`, async () => {
    const { status, stdout } = project.nhg([...name.split(" "), "--help"]);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^Usage: nhg ${name} `));
    assert.match(stdout, /\nExamples:\n {2}# .+\n {2}\S/);
    const command = await commands.find((entry) => entry.name === name)?.load();
    for (const flag of command?.flags ?? []) assert.match(stdout, new RegExp(`--${flag.name}( |\n)`));
    for (const line of stdout.split("\n")) assert.ok([...line].length <= 120, line);
    assert.equal(project.nhg(["help", ...name.split(" ")]).stdout, stdout);
  });
}

test("a group of commands has a help of its own", () => {
  const { stdout } = project.nhg(["flake", "--help"]);
  assert.match(stdout, /flake check/);
  assert.doesNotMatch(stdout, /nhg init/);
  assert.equal(project.nhg(["flake"]).stdout, stdout);
});

const wrong: readonly [readonly string[], RegExp][] = [
  [["biuld"], /unknown command 'biuld'\ndid you mean 'nhg build'\?\nTry 'nhg --help'/],
  [["flake", "chek"], /unknown command 'flake chek'\ndid you mean 'nhg flake check'\?/],
  [["frobnicate"], /unknown command 'frobnicate'\nTry/],
  [["--json", "eval"], /unknown flag '--json'\nflags follow the command/],
  [["build", "--formt", "yaml"], /unknown flag '--formt'\ndid you mean '--format'\?\nTry 'nhg build --help'/],
  [["build", "--format", "xml"], /'xml' is no value of the flag '--format'\n.*it can be manifests, yaml, json/],
  [["build", "--env", "a,,b"], /'--env' takes names separated by commas/],
  [["build", "--env", "../x"], /'--env' takes names/],
  [["build", "-o", "x", "--no-link"], /exclude each other/],
  [["eval", "--json", "--raw", "-E", "1"], /'--json' and '--raw' exclude each other/],
  [["eval", "-E", "1", "-f", "x.nix"], /'--file' and '--expr' exclude each other/],
  [["eval", "-E", "1", "--pure", "--impure"], /exclude each other/],
  [["eval", "-E", "1", "--max-call-depth", "many"], /takes a number/],
  [["eval", "--arg", "x"], /'--arg' needs EXPR/],
  [["init", "a", "b"], /unexpected argument 'b'/],
  [["check", "--format", "gitub"], /did you mean 'github'/],
];

for (const [words, message] of wrong) {
  test(`wrong usage: nhg ${words.join(" ")}`, () => {
    const { status, stdout, stderr } = project.nhg(words);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  });
}
