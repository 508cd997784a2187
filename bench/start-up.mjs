/** What a user waits for at the least: one chart, against Node.js doing nothing. */
import { join } from "node:path";
import { execPath } from "node:process";

export function benchmarks({ folder, nhg }) {
  const link = join(folder, "result");
  return [
    {
      name: "start-up: build one chart",
      ours: [...nhg, "build", "examples/hello/chart.nix", "--out-link", link],
      reference: [execPath, "-e", "0"],
      limit: 2.5,
    },
  ];
}
