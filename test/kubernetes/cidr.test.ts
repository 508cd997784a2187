import assert from "node:assert/strict";
import { isIPv4, isIPv6 } from "node:net";
import { describe, it } from "node:test";
import fc from "fast-check";
import { cidrProblem } from "../../src/kubernetes/cidr.js";

const good = [
  "0.0.0.0/0",
  "10.0.0.0/8",
  "255.255.255.255/32",
  "::/0",
  "fd00::/8",
  "1:2:3:4:5:6:7:8/128",
  "::ffff:1.2.3.4/96",
];
const bad = [
  ...["", "/", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/99", "10.0.0/8", "256.0.0.0/8", "010.0.0.0/8"],
  ...["10.0.0.0/08", "10.0.0.0/8/8", " 10.0.0.0/8", "::/129", ":::/8", "1::2::3/8", "1:2:3:4:5:6:7/8", "g::/8", ":/8"],
  ...["1:2:3:4:5:6:7:8:9/8", "1.2.3.4::/8", "::1.2.3/8", "1:/8", "::12345/8"],
];

describe("a range of addresses", () => {
  for (const text of good) it(`${text} is one`, () => assert.equal(cidrProblem(text), undefined));
  for (const text of bad)
    it(`${JSON.stringify(text)} is none`, () => assert.match(cidrProblem(text) ?? "", /not a range/));

  it("has an address that Node.js takes for one too", () => {
    const piece = fc.constantFrom("", "0", "1", "ff", "abcd", "12345", "1.2.3.4", "::", ":", ".", "255", "256");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.constantFrom(":", ".", ""), (pieces, separator) => {
        const address = pieces.join(separator);
        assert.equal(cidrProblem(`${address}/8`) === undefined, isIPv4(address) || isIPv6(address), address);
      }),
      { numRuns: 2000 },
    );
  });
});
