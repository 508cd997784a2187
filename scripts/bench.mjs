/**
 * Times whole programs against each other: `npm run bench`, or `npm run bench -- fold start-up` for those whose
 * name contains a word; `--runs 31` for other than 15 pairs. The two programs of a benchmark take turns, so that
 * a machine's slow moments hit both, and what counts is the median of the ratios of neighbours, with quartiles.
 * Every run's answer is checked: a fast wrong answer is an error. Memory is the peak of one run more (Linux only).
 *
 * Each bench/*.mjs exports `benchmarks({ folder, nhg })`, which may write into `folder` and gives a list of
 * `{ name, ours, reference, answer, verify?, limit? }`: two command lines, what both print, what else must hold after
 * a run of ours, and how many times the reference's time is acceptable. Status 1: a wrong answer.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, execPath, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: "string" } } });
const runs = Number(values.runs ?? 15);
const warmUps = 2;
/** How the program measured is started. */
const nhg = [execPath, join(root, "bin/nhg.js")];

const folder = mkdtempSync(join(tmpdir(), "nhg-bench-"));
env.NHG_STORE = join(folder, "store");
try {
  const results = [];
  for (const benchmark of await loadBenchmarks()) {
    const result = await measure(benchmark).catch(failed(benchmark));
    if (result !== undefined) results.push(result);
  }
  if (results.length > 1) console.log(`geometric mean of ${results.length}: ${geometricMean(results).toFixed(2)}`);
  process.exitCode = results.length > 0 && results.every(({ right }) => right) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function failed({ name }) {
  return (error) => {
    console.log(`${name}: WRONG, ${error.message}`);
    return { ratio: Number.NaN, right: false };
  };
}

async function loadBenchmarks() {
  const files = readdirSync(join(root, "bench")).filter((name) => name.endsWith(".mjs"));
  const modules = await Promise.all(files.sort().map((name) => import(pathToFileURL(join(root, "bench", name)).href)));
  const all = (await Promise.all(modules.map(({ benchmarks }) => benchmarks({ folder, nhg })))).flat();
  const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)));
  if (chosen.length > 0) return chosen;
  console.error(`no benchmark's name contains ${positionals.join(" or ")}; there are: ${all.map(({ name }) => name)}`);
  return exit(2);
}

async function measure({ name, ours, reference, answer, verify, limit }) {
  if (spawnSync(reference[0], ["--version"]).error?.code === "ENOENT") {
    console.log(`${name}: skipped, ${reference[0]} is not installed`);
    return undefined;
  }
  const pairs = [];
  for (let index = -warmUps; index < runs; index++) {
    const pair = [time(ours, answer), time(reference, answer)];
    verify?.();
    if (index >= 0) pairs.push(pair);
  }
  const ratio = quartiles(pairs.map(([mine, theirs]) => mine / theirs));
  const memory = [await peakMemory(ours), await peakMemory(reference)];
  const fine = limit === undefined || ratio.middle <= limit;
  const [mine, theirs] = [0, 1].map((side) => quartiles(pairs.map((pair) => pair[side])).middle.toFixed(0));
  console.log(
    `${name}: ${ratio.middle.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}), ${mine} ms : ${theirs} ms`,
    describeMemory(memory) + (fine ? "" : `  OVER THE LIMIT of ${limit}`),
  );
  return { ratio: ratio.middle, right: true };
}

/** Milliseconds from starting a program to its end. */
function time([program, ...args], answer) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", cwd: root });
  const taken = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed with status ${status}:\n${stderr}`);
  if (stdout.trimEnd() !== answer) throw new Error(`${program} ${args.join(" ")} answered ${stdout}, not ${answer}`);
  return taken;
}

/** Bytes at the most, from what Linux tells of a running process; undefined elsewhere. */
async function peakMemory([program, ...args]) {
  const child = spawn(program, args, { stdio: "ignore", cwd: root });
  let peak;
  const look = () => {
    try {
      const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      if (kilobytes !== undefined) peak = Number(kilobytes) * 1024;
    } catch {
      // Another system, or the process has just ended.
    }
  };
  const timer = setInterval(look, 2);
  await once(child, "close");
  clearInterval(timer);
  return peak;
}

function describeMemory([mine, theirs]) {
  if (mine === undefined || theirs === undefined) return "";
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  return `memory ${(mine / theirs).toFixed(2)}, ${megabytes(mine)} : ${megabytes(theirs)}`;
}

function quartiles(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.round((sorted.length - 1) * part)];
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}

function geometricMean(results) {
  return Math.exp(results.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / results.length);
}
