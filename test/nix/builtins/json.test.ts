import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createMemoryIo } from "../../../src/io/memory.js";
import { parseJson } from "../../../src/nix/builtins/json/parse.js";
import { toJson } from "../../../src/nix/builtins/json/serialize.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { toBytes, toText } from "../../../src/nix/eval/bytes.js";
import { NixError } from "../../../src/nix/eval/errors.js";
import type { Value } from "../../../src/nix/eval/value.js";
import { hostileStrings } from "../../support/hostile-strings.js";

const machine = createMachine({ io: createMemoryIo() });

function print(value: Value): string {
  return toText(toJson(machine, value, { copyToStore: false }).text);
}

/** Names in byte order, as Nix keeps them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort((a, b) => (toBytes(a) < toBytes(b) ? -1 : 1));
  return new Map(names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]));
}

function stringify(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stringify).join(",")}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  return `{${[...value].map(([name, member]) => `${JSON.stringify(name)}:${stringify(member)}`).join(",")}}`;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

const text = fc
  .oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileStrings))
  .filter((text) => isWellFormed(text) && !text.includes("\0"));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((number) => number + 0),
    text,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(text, tie("json"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test("what is read and written again is the same, with sorted names", () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
      assert.equal(print(parseJson(toBytes(JSON.stringify(value, null, indent)))), stringify(sorted(value)));
    }),
  );
});

test("floats stay floats and keep their value", () => {
  fc.assert(
    fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => {
      const written = print(parseJson(JSON.stringify(number).replace(/^-?\d+$/, "$&.0")));
      assert.match(written, /[.e]/);
      assert.equal(Number(written), number + 0);
    }),
  );
});

test("whatever is not JSON is refused with an error of Nix's", () => {
  const mutated = fc.tuple(
    json,
    fc.nat(),
    fc.constantFrom("", "}", "]", ",", '"', "\\", "\x01", "-", "e", "\xff", "[", "{"),
  );
  fc.assert(
    fc.property(mutated, ([value, position, inserted]) => {
      const whole = toBytes(JSON.stringify(value));
      const at = position % (whole.length + 1);
      const broken = whole.slice(0, at) + inserted + whole.slice(at + 1);
      assert.equal(isRead(broken), isJson(broken), broken);
    }),
  );
});

function isRead(bytes: string): boolean {
  try {
    parseJson(bytes);
    return true;
  } catch (error) {
    if (error instanceof NixError) return false;
    throw error;
  }
}

/** By Node.js; but Nix also refuses what is not UTF-8, half surrogate pairs, and numbers beyond all floats. */
function isJson(bytes: string): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
    const strings: string[] = [];
    const numbers: number[] = [];
    JSON.parse(text, (key, value) => {
      strings.push(key, String(value));
      if (typeof value === "number") numbers.push(value);
      return value;
    });
    return strings.every(isWellFormed) && numbers.every(Number.isFinite);
  } catch {
    return false;
  }
}
