/** The table of codes is complete, and docs/diagnostics.md is made from it (by `UPDATE_GOLDEN=1`). */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { diagnosticCodes } from "../../src/diagnostics/codes.js";
import { repository } from "../support/repository.js";

const source = join(repository, "src");
const page = join(repository, "docs/diagnostics.md");

/** Codes as they are written where something is raised. */
function codesInSource(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const text = readFileSync(join(source, name), "utf8");
    for (const [, code] of text.matchAll(/(?:\bcode: |Problem\.of\(\s*|new StoreError\(\s*)"([a-z0-9-]+)"/g)) {
      found.set(code as string, name);
    }
  }
  return found;
}

test("every code that is raised is explained", () => {
  const codes = codesInSource();
  assert.ok(codes.size > 50);
  const unexplained = [...codes].filter(([code]) => !diagnosticCodes.has(code));
  assert.deepEqual(unexplained, []);
});

test("the page of codes is up to date", () => {
  const rows = [...diagnosticCodes].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = [
    "# Diagnostic codes",
    "",
    "What stands in brackets after `error` or `warning`, as in `error[unknown-field]`. Codes are stable.",
    "",
    "| code | meaning |",
    "|---|---|",
    ...rows.map(([code, meaning]) => `| \`${code}\` | ${meaning.replaceAll("|", "\\|")} |`),
    "",
  ].join("\n");
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(page, text);
  assert.equal(readFileSync(page, "utf8"), text);
});
