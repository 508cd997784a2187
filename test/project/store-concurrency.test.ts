/** Real processes that write the same store at the same time, or are killed while they do. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSync } from "esbuild";
import { storeName } from "../../src/project/store-path.js";
import { repository } from "../support/repository.js";
import { runAsync } from "../support/run.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();
const program = join(folder, "build.mjs");

/** Arguments: store, link, name of the output, how often, how many files, what makes the texts differ. */
const source = `
  import { writeOutput } from "./src/project/store.js";
  import { pointLink } from "./src/project/store-link.js";
  const [store, link, name, rounds, count, salt] = process.argv.slice(2);
  for (let round = 0; round < Number(rounds); round++) {
    const text = (index) => \`\${salt} \${round} \${index}\\n\`.repeat(300);
    const files = new Map(Array.from({ length: Number(count) }, (_, index) => [\`\${index}.yaml\`, text(index)]));
    pointLink(link, writeOutput(store, { name, files }));
  }
`;

before(() => {
  const stdin = { contents: source, resolveDir: repository, loader: "ts" as const };
  buildSync({ stdin, bundle: true, platform: "node", format: "esm", outfile: program });
});

/** Every entry must be what its name says; gives how many there are. */
function checkEntries(store: string): number {
  const names = readdirSync(store).filter((name) => name !== ".tmp");
  for (const name of names) {
    const files = new Map(
      readdirSync(join(store, name)).map((file) => [file, readFileSync(join(store, name, file), "utf8")]),
    );
    assert.equal(storeName({ name: name.slice(33), files }), name);
  }
  return names.length;
}

describe("twenty processes at once", () => {
  async function twenty(store: string, argumentsOf: (index: number) => string[]) {
    const runs = Array.from({ length: 20 }, (_, index) =>
      runAsync(process.execPath, [program, store, ...argumentsOf(index)]),
    );
    for (const { status, stderr } of await Promise.all(runs)) assert.deepEqual([status, stderr], [0, ""]);
    assert.deepEqual(readdirSync(join(store, ".tmp")), []);
  }

  it("build the same output", async () => {
    const store = join(folder, "same");
    const link = join(folder, "result-same");
    await twenty(store, () => [link, "web", "1", "20", "salt"]);
    assert.equal(checkEntries(store), 1);
    assert.equal(readlinkSync(link), join(store, readdirSync(store).filter((name) => name !== ".tmp")[0] ?? ""));
  });

  it("build twenty outputs, and one of them gets the link", async () => {
    const store = join(folder, "different");
    const link = join(folder, "result-different");
    await twenty(store, (index) => [link, `web-${index}`, "3", "5", "salt"]);
    assert.equal(checkEntries(store), 60);
    assert.ok(existsSync(join(link, "0.yaml")));
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith(".result")),
      [],
    );
  });

  it("repair the same damaged entry", async () => {
    const store = join(folder, "same");
    const [entry = ""] = readdirSync(store).filter((name) => name !== ".tmp");
    writeFileSync(join(store, entry, "7.yaml"), "damaged");
    writeFileSync(join(store, entry, "evil.yaml"), "added");
    await twenty(store, () => [join(folder, "result-same"), "web", "1", "20", "salt"]);
    assert.equal(checkEntries(store), 1);
  });
});

describe("a killed build", () => {
  it("leaves every entry complete and the link usable, whenever it is killed", async () => {
    const store = join(folder, "killed");
    const link = join(folder, "result-killed");
    let kills = 0;
    for (let attempt = 0; attempt < 15; attempt++) {
      const child = spawn(process.execPath, [program, store, link, "web", "100000", "30", String(attempt)], {
        stdio: "inherit",
      });
      await sleep(60 + attempt * 5);
      child.kill("SIGKILL");
      const [, signal] = await once(child, "exit");
      if (signal === "SIGKILL") kills++;
      if (!existsSync(store)) continue;
      checkEntries(store);
      if (readdirSync(folder).includes("result-killed")) assert.equal(readdirSync(link).length, 30);
    }
    assert.equal(kills, 15);
    const { status } = await runAsync(process.execPath, [program, store, link, "web", "1", "30", "after"]);
    assert.equal(status, 0);
    assert.ok(readFileSync(join(link, "0.yaml"), "utf8").startsWith("after"));
  });
});
