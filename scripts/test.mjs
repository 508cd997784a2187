/**
 * Builds, type-checks and lints, then runs every test/**\/*.test.ts with node's own test runner. With arguments
 * (`npm test -- nix/syntax cli/build`) it only runs the tests whose path contains one of them. At the end it
 * lists the tests that were skipped, and why; with NHG_REQUIRE_ALL=1 a skipped test is a failure.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { argv, env, execPath, exit, stdout } from "node:process";
import { finished } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const filters = argv.slice(2);
const files = readdirSync(join(root, "test"), { recursive: true })
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts"))
  .filter((path) => filters.length === 0 || filters.some((part) => path.includes(part)))
  .sort();

if (filters.length === 0) await checkSources();
const { passed, failed, skipped } = await runTests();

for (const line of ["", ...skipped.map(({ place, reason }) => `skipped: ${place}: ${reason}`)]) console.log(line);
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
if (passed + failed === 0) console.log("no test ran");
const complete = skipped.length === 0 || env.NHG_REQUIRE_ALL !== "1";
if (!complete) console.log("NHG_REQUIRE_ALL=1 lets no test be skipped");
exit(failed === 0 && passed > 0 && complete ? 0 : 1);

/** All at the same time; ends this process when one fails. Their programs are Node.js scripts or start one. */
async function checkSources() {
  const outcomes = await Promise.all([
    check("build", ["scripts/build.mjs"]),
    check("typecheck", ["node_modules/typescript/bin/tsc", "--noEmit"]),
    check("lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]),
  ]);
  if (outcomes.includes(false)) exit(1);
  env.NHG_BUILT = "1";
}

async function check(name, args) {
  const [status] = await once(spawn(execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }), "close");
  console.log(`${name}: ${status === 0 ? "fine" : "failed"}`);
  return status === 0;
}

/** The test processes load TypeScript because they inherit `--import tsx` from this one. */
async function runTests() {
  const outcome = { passed: 0, failed: 0, skipped: [] };
  const events = run({ files: files.map((path) => join(root, path)), concurrency: 2, timeout: 300_000 });
  events.on("test:fail", ({ details }) => {
    if (details.error.failureType !== "subtestsFailed") outcome.failed++;
  });
  events.on("test:pass", ({ name, file, skip, details }) => {
    const place = `${file ? relative(root, file) : ""} › ${name}`;
    if (skip !== undefined) outcome.skipped.push({ place, reason: skip === true ? "no reason given" : skip });
    else if (details.type !== "suite") outcome.passed++;
  });
  const report = events.compose(new spec());
  report.pipe(stdout, { end: false });
  await finished(report);
  return outcome;
}
