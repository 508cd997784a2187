import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { cronProblem } from "../../src/kubernetes/cron.js";

describe("cronProblem", () => {
  for (const text of [
    "* * * * *",
    "0 3 * * *",
    "*/15 0-6 1,15 jan-mar MON-fri",
    "0 0 ? * 0",
    "5/10 * * * *",
    "@daily",
    "@every 1h30m",
  ]) {
    it(`accepts ${text}`, () => assert.equal(cronProblem(text), undefined));
  }
  const wrong = [
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 8",
    "5-1 * * * *",
    "*/0 * * * *",
    "1-2-3 * * * *",
    "a * * * *",
    "1, * * * *",
    "@often",
    "@every soon",
    "TZ=UTC 0 3 * * *",
  ];
  for (const text of wrong) it(`refuses ${JSON.stringify(text)}`, () => assert.ok(cronProblem(text)));

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => assert.ok(["undefined", "string"].includes(typeof cronProblem(text)))),
    );
  });
});
