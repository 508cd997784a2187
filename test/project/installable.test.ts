import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryIo } from "../../src/io/memory.js";
import { InstallableReader } from "../../src/project/installable.js";
import { Problem } from "../../src/project/problem.js";

const io = createMemoryIo({
  files: {
    "/flake/flake.nix": "",
    "/flake/.git/HEAD": "",
    "/flake/sub/chart.nix": "",
    "/flake/deep/er/x.nix": "",
    "/flake/repo/.git/HEAD": "",
    "/flake/repo/a.nix": "",
    "/plain/chart.nix": "",
    "/plain/web.nix": "",
    "/plain/link.nix": { link: "web.nix" },
    "/plain/dangling": { link: "nowhere" },
    "/plain/a b#c.nix": "",
    "/both/default.nix": "",
    "/both/chart.nix": "",
    "/empty": { directory: true },
  },
});

function read(text: string, from: string) {
  return new InstallableReader(io, from).read(text);
}

const file = (path: string, attribute = "") => ({ kind: "file", path, attribute });
const flake = (directory: string, attribute = "") => ({ kind: "flake", directory, attribute });

const cases: readonly [string, string, object][] = [
  [".", "/flake", flake("/flake")],
  [".#a.b", "/flake", flake("/flake", "a.b")],
  ["#a", "/flake", flake("/flake", "a")],
  [".#a", "/flake/deep/er", flake("/flake", "a")],
  [".", "/flake/sub", flake("/flake")],
  ["./sub", "/flake", file("/flake/sub/chart.nix")],
  ["../sub#x", "/flake/deep", file("/flake/sub/chart.nix", "x")],
  ["deep/er", "/flake", flake("/flake")],
  ["..#a", "/flake/deep", flake("/flake", "a")],
  ["/flake#a", "/plain", flake("/flake", "a")],
  ["path:/flake#a", "/plain", flake("/flake", "a")],
  ["path:../flake", "/plain", flake("/flake")],
  ["path:web.nix", "/plain", file("/plain/web.nix")],
  [".", "/plain", file("/plain/chart.nix")],
  [".#web", "/plain", file("/plain/chart.nix", "web")],
  ["web.nix", "/plain", file("/plain/web.nix")],
  ["web.nix#a.b", "/plain", file("/plain/web.nix", "a.b")],
  ["link.nix", "/plain", file("/plain/link.nix")],
  [".", "/both", file("/both/default.nix")],
  [".#caf%C3%A9", "/flake", flake("/flake", "caf\xc3\xa9")],
  [".#a%zz", "/flake", flake("/flake", "a%zz")],
];

for (const [text, from, expected] of cases) {
  test(`'${text}' in ${from}`, () => assert.deepEqual(read(text, from), expected));
}

const wrong: readonly [string, string, string, RegExp][] = [
  [".", "/empty", "no-such-installable", /no flake\.nix.*no default\.nix or chart\.nix/],
  [".", "/flake/repo", "no-such-installable", /no flake\.nix/],
  ["web", "/plain", "no-such-installable", /'web'/],
  ["dangling", "/plain", "no-such-installable", /'dangling'/],
  ["./nope", "/plain", "no-such-installable", /'\.\/nope'/],
  ["path:/nope", "/plain", "no-such-installable", /'\/nope'/],
  ["github:o/r#x", "/plain", "not-fetched", /does not fetch flakes/],
  ["git+https://x.example/r", "/plain", "not-fetched", /does not fetch/],
];

for (const [text, from, code, message] of wrong) {
  test(`'${text}' in ${from} is refused`, () => {
    assert.throws(
      () => read(text, from),
      (error: unknown) => {
        assert.ok(error instanceof Problem);
        assert.equal(error.diagnostics[0]?.code, code);
        assert.match(error.message, message);
        return true;
      },
    );
  });
}
