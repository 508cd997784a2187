/** Imports run one way, downwards in ARCHITECTURE.md's picture, and only a few rooms touch Node.js. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { execPath } from "node:process";
import { describe, test } from "node:test";
import { repository } from "../support/repository.js";
import { run } from "../support/run.js";
import { temporaryProject } from "../support/temporary.js";
import { wrongImports } from "./imports.js";
import { rooms } from "./rooms.js";

describe("imports between rooms", () => {
  const sources = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"));

  test("all of src/ keeps to the table", () => {
    assert.ok(sources.length > 0);
    const wrong = sources.flatMap((path) => wrongImports(path, readFileSync(join(repository, "src", path), "utf8")));
    assert.deepEqual(wrong, []);
  });

  test("the table itself has no way back", () => {
    const reachable = (name: string, seen: Set<string>): Set<string> => {
      for (const next of rooms[name]?.rooms ?? []) if (!seen.has(next)) reachable(next, seen.add(next));
      return seen;
    };
    for (const name of Object.keys(rooms)) assert.ok(!reachable(name, new Set()).has(name), `${name} reaches itself`);
  });

  test("the table names rooms that exist", () => {
    const names = Object.keys(rooms).filter((name) => !sources.some((path) => path.startsWith(name)));
    assert.deepEqual(names, []);
  });
});

describe("the checker of imports", () => {
  const wrong = (path: string, ...lines: string[]) => wrongImports(path, lines.join("\n"));

  test("names file, line and both rooms", () => {
    assert.deepEqual(
      wrong("chart/resources/service.ts", "// A service", 'import type { Value } from "../../nix/eval/value.js";'),
      ["src/chart/resources/service.ts:2: chart/resources may not import nix/eval (../../nix/eval/value.js)"],
    );
  });

  test("sees every form of import", () => {
    const forms = [
      'import { a } from "../cli/main.js";',
      'import "../cli/main.js";',
      'import * as cli from "../cli/main.js";',
      'import {\n  a,\n  type B,\n} from "../cli/main.js";',
      'export { a } from "../cli/main.js";',
      'export * from "../cli/main.js";',
      'export type { B } from "../cli/main.js";',
      'const { run } = await import("../cli/main.js");',
      'type Run = typeof import("../cli/main.js");',
    ];
    for (const form of forms) assert.equal(wrong("project/session.ts", form).length, 1, form);
  });

  test("knows packages, and rooms within rooms", () => {
    assert.deepEqual(wrong("chart/config/leaf.ts", 'import { string } from "valibot";'), []);
    assert.match(
      wrong("nix/eval/hash.ts", 'import { sha256 } from "@noble/hashes/sha2.js";')[0] ?? "",
      /@noble\/hashes/,
    );
    assert.equal(wrong("nix/syntax/deep/lexer.ts", 'import { a } from "../../eval/value.js";').length, 1);
    assert.deepEqual(wrong("nix/syntax/deep/lexer.ts", 'import { a } from "../source.js";'), []);
    assert.match(
      wrong("index.ts", 'import { run } from "./cli/main.js";')[0] ?? "",
      /a file directly in src\/ may not/,
    );
    assert.match(wrong("io/node.ts", 'import data from "../../package.json";')[0] ?? "", /may not import package.json/);
  });

  test("takes no comment, string or Nix text for an import", () => {
    const lines = [
      ' * import { a } from "../cli/main.js";',
      '// import("../cli/main.js")',
      "export const source = `",
      "  import ../cli/main.js;",
      "`;",
      'export const text = "from";',
      'export const other = "../cli/main.js";',
    ];
    assert.deepEqual(wrong("output/yaml.ts", ...lines), []);
  });
});

/** These rules are Biome's; here it is shown that our settings of it refuse what they should. */
describe("use of Node.js", () => {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const sample = [
    'import { readFileSync } from "node:fs";',
    "export const text = readFileSync(process.cwd());",
    'console.log("read");',
    "",
  ].join("\n");
  const folder = temporaryProject({
    "biome.json": readFileSync(join(repository, "biome.json")),
    "src/output/sample.ts": sample,
    "src/project/sample.ts": sample,
  });
  const { stdout, stderr } = run(execPath, [biome, "lint", "--vcs-enabled=false"], { cwd: folder });
  const complaints = [...`${stdout}${stderr}`.matchAll(/^src\/(\w+)\/sample\.ts:(\d+):\d+ lint\/\w+\/(\w+)/gm)]
    .map(([, room, line, rule]) => `${room}:${line} ${rule}`)
    .sort();

  test("is refused except to project and cli, and console to everybody", () => {
    assert.deepEqual(complaints, [
      "output:1 noNodejsModules",
      "output:2 noRestrictedGlobals",
      "output:3 noConsole",
      "project:3 noConsole",
    ]);
  });
});
