import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { createMemoryIo } from "../../src/io/memory.js";
import { toBytes } from "../../src/nix/eval/bytes.js";
import { deepForce } from "../../src/nix/eval/deep.js";
import { Session } from "../../src/project/session.js";

/** What evaluating /p/main.nix fails with. */
function explain(files: Readonly<Record<string, string>>, showTrace = false): readonly Diagnostic[] {
  const session = new Session({
    io: createMemoryIo({ files }),
    workingDirectory: "/p",
    settings: {},
    arguments: [],
    overrides: new Map(),
    showTrace,
    largeStack: false,
    trace: () => undefined,
    report: () => undefined,
  });
  try {
    deepForce(session.machine.importPath(toBytes("/p/main.nix")));
  } catch (error) {
    return session.explain(error);
  }
  return assert.fail("it did not fail");
}

const places = ({ notes = [] }: Diagnostic) =>
  notes.map(({ location }) => location && `${location.file}:${location.line}`);

test("columns and lengths count characters, not bytes", () => {
  const [diagnostic] = explain({ "/p/main.nix": '"ü👍" + (throw "ä")' });
  const { line, column, length, lineText } = diagnostic?.location ?? {};
  assert.deepEqual([line, column, length, lineText], [1, 9, 9, '"ü👍" + (throw "ä")']);
  assert.equal(diagnostic?.message, "ä");
});

test("an error inside the library is placed where the user called it", () => {
  const files = { "/p/main.nix": "let\n  lib = import <nix-helm-generator> { };\nin\nlib.genAttrs 1 (x: x)\n" };
  const [diagnostic] = explain(files);
  assert.equal(diagnostic?.location?.file, "/p/main.nix");
  assert.equal(diagnostic?.location?.line, 4);
});

test("the trace holds the user's frames, three of them, and all on demand", () => {
  const chain = Array.from({ length: 6 }, (_, i) => `  f${i} = x:\n    f${i + 1} x;\n`).join("");
  const files = { "/p/main.nix": `let\n${chain}  f6 = x: throw x;\nin\nf0 "deep"\n` };
  const [short] = explain(files);
  const [long] = explain(files, true);
  assert.equal(short?.notes?.length, 3);
  assert.match(short?.notes?.at(-1)?.message ?? "", /--show-trace/);
  assert.ok((long?.notes?.length ?? 0) >= 6);
  assert.deepEqual(places(short as Diagnostic), places(long as Diagnostic).slice(0, 3));
});

test("no place is shown twice", () => {
  const [diagnostic] = explain({ "/p/main.nix": 'let f = n: if n == 0 then throw "x" else f (n - 1); in f 20' });
  const all = [diagnostic?.location?.column, ...(diagnostic?.notes ?? []).map(({ location }) => location?.column)];
  assert.equal(new Set(all).size, all.length);
});

test("what the user may have meant", () => {
  const [attribute] = explain({ "/p/main.nix": "{ replicas = 1; }.replica" });
  assert.match(attribute?.help ?? "", /did you mean `replicas`\?/);
  const [variable] = explain({ "/p/main.nix": "let foo = 1; fop = 2; in fo" });
  assert.match(variable?.help ?? "", /did you mean `foo` or `fop`\?/);
});

test("every problem of a config is a diagnostic; the way there is told once, in the order of the text", () => {
  const source = `let
  lib = import <nix-helm-generator> { };
  make = config: lib.mkChart config;
in
(make {
  version = "1";
  app = { replica = 1; };
}).chartMeta`;
  const diagnostics = explain({ "/p/main.nix": source });
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === "error").map(({ code, location }) => `${code} ${location?.line}`),
    ["missing-field 3", "invalid-version 6", "missing-field 7", "unknown-field 7"],
  );
  assert.equal(diagnostics.filter(({ notes }) => notes !== undefined).length, 1);
});

test("what is no fault of the user's is thrown on", () => {
  const io = createMemoryIo({ files: { "/p/main.nix": "1" } });
  const broken = { ...io, readFile: () => assert.fail("a defect") };
  const session = new Session({
    io: broken,
    workingDirectory: "/p",
    settings: {},
    arguments: [],
    overrides: new Map(),
    showTrace: false,
    largeStack: false,
    trace: () => undefined,
    report: () => undefined,
  });
  assert.throws(
    () =>
      session.attempt(
        () => session.machine.importPath("/p/main.nix"),
        () => null,
      ),
    /a defect/,
  );
});
