/** Failing well: what goes wrong is recognised, placed on the right line, and told with the user's own lines. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../../support/run.js";
import { requireTool } from "../../support/tools.js";
import { evaluateText, place } from "./evaluate-text.js";

const nix = requireTool("nix-instantiate");

/** Nix 2.8 shows a set that is being made to its own computed names. */
const onlyLater = 'let x = { ${x.name or "a"} = 1; }; in x';

const infinite: readonly string[] = [
  "let x = x; in x",
  "let x = y; y = z; z = x; in x",
  "rec { a = b; b = a; }",
  "let x = x + 1; in x",
  "let x = -x; in x",
  'let x = "${x}"; in x',
  "let x = ./a + x; in x",
  "let x = x.a or 1; in x",
  "let x = { a = x.a; }; in x.a",
  "let x = x ? a; in x",
  "let x = !x; in x",
  "let x = x && true; in x",
  "let x = x == 1; in x",
  "let x = 1 < x; in x",
  "let x = { } // x; in x",
  "let x = [ ] ++ x; in x",
  "let x = x x; in x",
  "let x = (y: y) x; in x",
  "let x = ({ ... }: 1) x; in x",
  "let x = if x then 1 else 2; in x",
  "let x = assert x; 1; in x",
  "let x = with x; a; in x",
  onlyLater,
  "let inherit (x) a; x = { inherit a; }; in a",
  "let x = { inherit (x) a; }; in x.a",
  "({ a ? b, b ? a }: a) { }",
  "let x = builtins.seq x 1; in x",
  "let x = builtins.deepSeq [ x ] 1; in x",
  "let x = builtins.head [ x ]; in x",
  "let x = [ (builtins.elemAt x 0) ]; in builtins.head x",
  "let x = map (y: y) x; in x",
  "let x = builtins.filter (y: y == x) [ 1 ]; in x",
  "let x = builtins.length x; in x",
  "let x = builtins.attrNames x; in x",
  "let x = builtins.foldl' (a: b: x) 0 [ 1 ]; in x",
  "let x = builtins.sort (a: b: x) [ 1 2 ]; in x",
  "let x = builtins.toJSON { a = x; }; in x",
  "let x = toString [ x ]; in x",
  "let x = (builtins.tryEval x).value; in x",
  "let x = import x; in x",
  'let x = { __toString = _: "${x}"; }; y = "${y}${x}"; in y',
  "let f = { __functor = self: f.g; g = f 1; }; in f.g",
  "let x = builtins.listToAttrs [ { name = x.a; value = 1; } ]; in x",
  "let x = (builtins.mapAttrs (_: v: x.a) { a = 1; }); in x.a",
];

for (const text of infinite) {
  test(`infinite recursion is found in ${text}`, () => {
    const { error } = evaluateText(text);
    assert.equal(error?.message, "infinite recursion encountered");
    assert.equal(error?.code, "infinite-recursion");
    assert.match(place(error?.span), /^main\.nix:1:/);
  });
}

test("real Nix finds these to recurse, too", { skip: nix.skip }, () => {
  for (const text of infinite) {
    const { stderr } = run(nix.path, ["--eval", "--strict", "-E", text]);
    assert.equal(/infinite recursion/.test(stderr), text !== onlyLater, text);
  }
});

/** What must not depend on a store path. */
const contextRefused: readonly string[] = [
  "{ ${file} = 1; }",
  "rec { ${file} = 1; }",
  "{ a = 1; }.${file} or 2",
  "{ a = 1; } ? ${file}",
  "builtins.getAttr file { }",
  "builtins.hasAttr file { }",
  "removeAttrs { } [ file ]",
  "builtins.catAttrs file [ ]",
  "builtins.listToAttrs [ { name = file; value = 1; } ]",
  "builtins.groupBy (_: file) [ 1 ]",
  'builtins.compareVersions file "1"',
  "builtins.splitVersion file",
  "builtins.parseDrvName file",
  'builtins.match file "a"',
  'builtins.split file "a"',
  "builtins.getEnv file",
  'builtins.toFile file "a"',
  'builtins.hashString file "a"',
  "./a + file",
  "./a/${file}",
];

for (const text of contextRefused) {
  test(`a string with a context is refused in ${text}`, () => {
    const { error } = evaluateText(`let file = builtins.toFile "file" ""; in ${text}`);
    assert.match(error?.message ?? "", /not allowed to refer to a store path|refers to a store path/);
  });
}

const library = `{
  need = name: set: set.\${name};
  each = f: list: map (x: f x) list;
  check = config: assert config.replicas > 0; config;
  sum = builtins.foldl' (a: b: a + b) 0;
  render = { name, replicas ? 1 }: "\${name}-\${toString replicas}";
  hosts = config: builtins.concatStringsSep "," config.hosts;
}`;

/** A program that uses the library, the place where it fails, and its frames from there outwards. */
const blamed: readonly (readonly [text: string, message: RegExp, ...places: string[]])[] = [
  [
    '{ a = lib.need "port" {\n  prt = 1; }; }',
    /^attribute 'port' missing$/,
    "library.nix:2:25",
    "main.nix:2:7 while calling 'need'",
    "main.nix:2:3 while evaluating the attribute 'a'",
  ],
  [
    '{ xs = lib.each (n:\n  n + 1) [ 1 "2" ]; }',
    /^cannot coerce an integer to a string: 1$/,
    "main.nix:3:5",
    "library.nix:3:27 while calling 'f'",
    "main.nix:2:3 while evaluating the attribute 'xs'",
  ],
  [
    "lib.check {\n  replicas = 0; }",
    /^assertion 'config\.replicas > 0' failed$/,
    "library.nix:4:19",
    "main.nix:2:1 while calling 'check'",
  ],
  [
    "1 +\n  lib.sum [ 1 null ]",
    /^cannot add null to an integer$/,
    "library.nix:5:34",
    "main.nix:3:3 while calling 'sum'",
  ],
  ['lib.render {\n  nme = "x"; }', /called without required argument 'name'$/, "main.nix:2:1"],
  ['lib.render {\n  name = "x"; replica = 2; }', /called with unexpected argument 'replica'$/, "main.nix:2:1"],
  [
    "{ a.b = lib.render { name = { }; }; }",
    /^cannot coerce a set to a string: \{ \}$/,
    "library.nix:6:39",
    "main.nix:2:9 while calling 'render'",
    "main.nix:2:5 while evaluating the attribute 'b'",
    "main.nix:2:3 while evaluating the attribute 'a'",
  ],
  [
    '[ (lib.hosts {\n  hosts = [ "a" 1 ]; }) ]',
    /^cannot coerce an integer to a string: 1$/,
    "library.nix:7:19",
    "main.nix:2:4 while calling 'hosts'",
  ],
  [
    "let s = { x = s.y;\n  y = s.x; }; in s.x",
    /^infinite recursion/,
    "main.nix:3:9",
    "main.nix:2:11 while evaluating the attribute 'x'",
    "main.nix:3:3 while evaluating the attribute 'y'",
    "main.nix:2:11 while evaluating the attribute 'x'",
  ],
];

for (const [text, message, ...places] of blamed) {
  test(`the way to the failure is told: ${text.split("\n")[0]}`, () => {
    const { error } = evaluateText(`let lib = import ./library.nix; in\n${text}`, { "library.nix": library });
    assert.match(error?.message ?? "", message);
    const frames = error?.frames.map((frame) => `${place(frame.span)} ${frame.message}`) ?? [];
    assert.deepEqual([place(error?.span), ...frames], places);
  });
}
