import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  fromBase16,
  fromBase64,
  fromNix32,
  toBase16,
  toBase64,
  toNix32,
} from "../../../src/nix/builtins/hash/encoding.js";
import { hashBytes } from "../../../src/nix/builtins/hash/hash.js";

const bytes = fc.uint8Array({ maxLength: 70 });

test("base 16 and base 64 are those of Node.js, and can be read back", () => {
  fc.assert(
    fc.property(bytes, (data) => {
      assert.equal(toBase16(data), Buffer.from(data).toString("hex"));
      assert.equal(toBase64(data), Buffer.from(data).toString("base64"));
      assert.deepEqual(fromBase16(toBase16(data)), data);
      assert.deepEqual(fromBase64(toBase64(data)), data);
    }),
  );
});

test("Nix's base 32 can be read back, and counts the last byte's bits first", () => {
  fc.assert(
    fc.property(bytes, (data) => {
      assert.deepEqual(fromNix32(toNix32(data), data.length), data);
      const number = [...data].reverse().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
      const digits = [...toNix32(data)].map((digit) => "0123456789abcdfghijklmnpqrsvwxyz".indexOf(digit));
      assert.equal(
        digits.reduce((sum, digit) => sum * 32n + BigInt(digit), 0n),
        number,
      );
    }),
  );
});

test("texts that no bytes are written as are refused", () => {
  assert.equal(fromBase16("0g"), undefined);
  assert.equal(fromBase16("012"), undefined);
  assert.equal(fromBase64("a*b="), undefined);
  assert.equal(fromNix32("e".repeat(52), 32), undefined);
  assert.equal(fromNix32("0".repeat(51), 32), undefined);
  // 52 digits hold 260 bits: the first four of them must not be set.
  assert.equal(fromNix32(`z${"0".repeat(51)}`, 32), undefined);
});

test("hashes are those of OpenSSL", () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom("md5", "sha1", "sha256", "sha512"), (data, algorithm) => {
      assert.equal(toBase16(hashBytes(algorithm, data).bytes), createHash(algorithm).update(data).digest("hex"));
    }),
  );
});
