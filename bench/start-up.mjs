/** What a user waits for at the least: one chart, against Node.js doing nothing. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";

export function benchmarks({ folder, nhg }) {
  const link = join(folder, "result");
  return [
    {
      name: "start-up: build one chart",
      ours: [...nhg, "build", "examples/hello/chart.nix", "--out-link", link],
      reference: [execPath, "-e", "0"],
      answer: "",
      verify: () => assert.equal(readdirSync(link).filter((name) => name.endsWith(".yaml")).length, 2),
      limit: 2.5,
    },
  ];
}
