/** Whatever bytes come: an expression, or a syntax error with a place inside the text. Nothing else, ever. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { fromByteArray } from "../../../src/nix/eval/bytes.js";
import { parse } from "../../../src/nix/syntax/parser.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { NixSyntaxError } from "../../../src/nix/syntax/syntax-error.js";
import { program, soup } from "./generate.js";

const folder = fileURLToPath(new URL("parse-okay", import.meta.url));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".nix"))
  .map((name) => fromByteArray(readFileSync(join(folder, name))));

function check(text: string): void {
  try {
    parse(new Source("(string)", text, "/", false));
  } catch (error) {
    if (!(error instanceof NixSyntaxError)) throw error;
    const { span, opening, message, help } = error;
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= text.length,
      `${message}: ${JSON.stringify(text)}`,
    );
    assert.ok(opening === undefined || (opening.start < opening.end && opening.start <= span.start));
    assert.notEqual(message, "");
    assert.notEqual(help, "");
    assert.ok(!/undefined/.test(`${message} ${help ?? ""}`.replace("undefined variable", "")), `${message}; ${help}`);
  }
}

test("files that end too early", () => {
  for (const text of texts) {
    const step = Math.ceil(text.length / 300);
    for (let end = 0; end <= text.length; end += step) check(text.slice(0, end));
  }
});

test("files with a byte changed, or a stretch removed", () => {
  const changed = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(20), fc.nat(255));
  fc.assert(
    fc.property(changed, ([text, place, removed, byte]) => {
      const at = place % text.length;
      check(text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + removed));
    }),
    { numRuns: 1500 },
  );
});

test("any bytes", () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map(fromByteArray);
  const ascii = fc.string({ unit: "grapheme-ascii", maxLength: 60 });
  fc.assert(
    fc.property(fc.oneof(bytes, ascii, soup), (text) => check(text)),
    { numRuns: 3000 },
  );
});

test("programs without their last bracket", () => {
  fc.assert(
    fc.property(program, (text) => check(text.replace(/[)\]}"](?=[^)\]}"]*$)/, ""))),
    { numRuns: 500 },
  );
});
