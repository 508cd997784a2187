import assert from "node:assert/strict";
import { test } from "node:test";
import { searchPathEntries } from "../../src/project/search-path.js";

const cases: readonly [readonly string[], string, readonly [string, string][]][] = [
  [[], "", []],
  [
    ["x=/a", "/b"],
    "",
    [
      ["x", "/a"],
      ["", "/b"],
    ],
  ],
  [
    ["rel", "y=./z"],
    "",
    [
      ["", "/base/rel"],
      ["y", "/base/z"],
    ],
  ],
  [
    [],
    "nixpkgs=/n:/m",
    [
      ["nixpkgs", "/n"],
      ["", "/m"],
    ],
  ],
  [
    ["first"],
    "second",
    [
      ["", "/base/first"],
      ["", "/base/second"],
    ],
  ],
  [[], "a=https://x.example/y/z.tar.gz:b=/b", [["b", "/b"]]],
  [[], "nixpkgs=channel:nixos-unstable:/c", [["", "/c"]]],
  [[], "::/a::", [["", "/a"]]],
  [["x="], "", []],
];

for (const [included, nixPath, expected] of cases) {
  test(`-I ${included.join(" -I ")} NIX_PATH=${nixPath}`, () => {
    const entries = searchPathEntries(included, nixPath, "/base");
    assert.deepEqual(
      entries.map(({ prefix, path }) => [prefix, path]),
      expected,
    );
  });
}
