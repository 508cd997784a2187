/** `npm start`: builds a chart of examples/shop, which has the layout of a real project, and shows what that wrote. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chdir, execPath, exit } from "node:process";
import { fileURLToPath } from "node:url";

chdir(fileURLToPath(new URL("..", import.meta.url)));

const args = ["build", "./examples/shop#charts.production", "--out-link", "result"];
console.log(`nhg ${args.join(" ")}`);
const { status } = spawnSync(execPath, ["bin/nhg.js", ...args], { stdio: "inherit" });
if (status !== 0) exit(status ?? 1);

for (const name of readdirSync("result").sort()) {
  const path = join("result", name);
  console.log(`\n# ${path}\n${readFileSync(path, "utf8").trimEnd()}`);
}
console.log("\nOn a cluster: kubectl apply -f result/");
