import assert from "node:assert/strict";
import { test } from "node:test";
import { NixError } from "../../../src/nix/eval/errors.js";
import { evaluate } from "./evaluate.js";

const files = {
  files: {
    "/work/a.txt": "text",
    "/work/folder/b.nix": "./c.txt",
    "/work/folder/c.txt": "c",
    "/work/dangling": { link: "nowhere" },
    "/work/link": { link: "folder" },
    "/work/self": { link: "self" },
    "/work/\u00e9": "name",
  },
  environment: { HOME: "/home/me", NAME: "grüße" },
} as const;

function fails(text: string, message: RegExp, settings = {}): void {
  assert.throws(
    () => evaluate(text, { files, settings }),
    (error) => error instanceof NixError && message.test(error.message),
  );
}

test("links that lead nowhere exist, as links", () => {
  assert.equal(evaluate("builtins.pathExists ./dangling", { files }), "true");
  assert.equal(evaluate('builtins.pathExists "/work/dangling/"', { files }), "false");
  assert.equal(evaluate("builtins.readFileType ./dangling", { files }), '"symlink"');
  assert.equal(evaluate('builtins.pathExists "/work/link/"', { files }), "true");
  assert.equal(evaluate("builtins.pathExists ./self", { files }), "true");
  fails("builtins.readFile ./dangling", /No such file/);
  fails("builtins.readFile ./self", /./);
});

test("names that are not ASCII are bytes inside and text outside", () => {
  const expression = "builtins.filter (n: builtins.stringLength n == 2) (builtins.attrNames (builtins.readDir ./.))";
  assert.equal(evaluate(expression, { files }), '[ "é" ]');
  assert.equal(evaluate('builtins.readFile (./. + "/é")', { files }), '"name"');
  assert.equal(evaluate('builtins.stringLength (builtins.getEnv "NAME")', { files }), "7");
});

test("what is pure sees no environment and has no constants of the machine", () => {
  const settings = { pure: true };
  assert.equal(evaluate('builtins.getEnv "NAME"', { files }), '"grüße"');
  assert.equal(evaluate('builtins.getEnv "NAME"', { files, settings }), '""');
  assert.equal(evaluate("builtins ? currentTime || builtins ? currentSystem", { files, settings }), "false");
  assert.equal(evaluate("builtins ? currentTime && builtins ? currentSystem", { files }), "true");
  fails('builtins.storePath "/nix/store/x"', /'builtins.storePath' is not allowed in pure evaluation mode/, settings);
});

test("what was copied to the store is read from where it came from", () => {
  assert.equal(evaluate('builtins.readFile "${./folder}/c.txt"', { files }), '"c"');
  assert.match(evaluate('toString (import "${./folder}/b.nix")', { files }), /^"\/nix\/store\/[^/]+-folder\/c\.txt"$/);
  const filtered = 'builtins.path { path = ./folder; filter = p: t: baseNameOf p != "c.txt"; name = "f"; }';
  assert.equal(evaluate(`builtins.attrNames (builtins.readDir (${filtered}))`, { files }), '[ "b.nix" ]');
  assert.equal(evaluate(`builtins.pathExists ((${filtered}) + "/c.txt")`, { files }), "false");
  fails(`builtins.readFile ((${filtered}) + "/c.txt")`, /path '\/nix\/store\/[^/]+-f\/c.txt' does not exist/);
});

test("a filter is asked for every file under the root, and not inside what it refuses", () => {
  const asked: string[] = [];
  const listener = { trace: (message: string) => asked.push(message), warn: () => undefined };
  const filter = 'p: t: builtins.trace "${t} ${p}" (t != "directory")';
  evaluate(`builtins.filterSource (${filter}) ./.`, { files, listener });
  assert.deepEqual(asked, [
    "regular /work/a.txt",
    "symlink /work/dangling",
    "directory /work/folder",
    "symlink /work/link",
    "symlink /work/self",
    "regular /work/é",
  ]);
});
