/**
 * Fills dist/: the command line as one CommonJS bundle (which starts fastest, see docs/performance.md), the two
 * public entries as ES modules that share their code, and their types. `--no-types` leaves the types out.
 * Every file appears whole or not at all, because tests and other builds may be running.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { execPath, pid } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  legalComments: "none",
  write: false,
  logLevel: "warning",
};

const command = {
  ...shared,
  stdin: {
    // `serve` is for the thread that src/cli/large-stack.ts starts: there, as here, it imports this bundle's URL.
    contents: `
      export { run } from "./src/cli/main.ts";
      export const serve = async () => (await import("./src/cli/large-stack.ts")).serve();
    `,
    resolveDir: root,
  },
  outfile: join(dist, "cli/main.cjs"),
  format: "cjs",
  // Lazy parts of the bundle become calls: code compiled by `vm.Script` has no `import()` of its own.
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "bundleUrl" },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
};

const packageEntries = {
  ...shared,
  entryPoints: { index: "src/index.ts", nix: "src/nix/index.ts" },
  outdir: dist,
  format: "esm",
  splitting: true,
  chunkNames: "shared/[name]-[hash]",
  packages: "external",
};

const [program, entries] = await Promise.all([build(command), build(packageEntries)]);
const [bundle] = program.outputFiles;
const text = toAscii(bundle.text);
if (/\brequire\((?!["'])/.test(text)) throw new Error("the command line imports a file whose name is computed");
const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
await write([{ path: bundle.path, contents: `// ${digest}\n${text}` }, ...entries.outputFiles]);
await removeOthers(join(dist, "cli"), (name) => name === "main.cjs" || name.startsWith(digest));
await removeOthers(join(dist, "shared"), (name) => entries.outputFiles.some(({ path }) => basename(path) === name));

if (!process.argv.includes("--no-types")) await emitTypes();
await firstRun();

/** For bin/nhg.js: V8 holds an ASCII source in half the memory. What esbuild leaves is in comments and regexes. */
function toAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function write(files) {
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.${pid}`, contents);
    await rename(`${path}.${pid}`, path);
  }
}

async function removeOthers(folder, isCurrent) {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => !isCurrent(name)).map((name) => rm(join(folder, name), { force: true })));
}

async function emitTypes() {
  await rm(join(dist, "types"), { recursive: true, force: true });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status } = spawnSync(execPath, [tsc, "--project", join(root, "tsconfig.types.json")], { stdio: "inherit" });
  if (status !== 0) throw new Error("no types were written: see the errors above");
}

/** Leaves V8's compiled form of the bundle beside it, so that the user's first run is as fast as the next. */
async function firstRun() {
  const folder = await mkdtemp(join(tmpdir(), "nhg-build-"));
  const args = ["bin/nhg.js", "build", "examples/hello/chart.nix", "--out-link", join(folder, "result")];
  try {
    const env = { ...process.env, NHG_STORE: join(folder, "store") };
    const { status, stderr } = spawnSync(execPath, args, { cwd: root, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`the program just built cannot build examples/hello/chart.nix:\n${stderr}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
