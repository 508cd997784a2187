#!/usr/bin/env node
/**
 * Starts the program: loads the bundle that scripts/build.mjs makes of src/cli, runs it, and is the one place
 * that ends the process.
 *
 * Most of a short run would go into compiling, so V8's compiled form of the bundle is kept beside it, one file
 * per bundle, Node.js version and processor. V8 itself refuses a file that does not fit; without one, or where
 * none can be written, everything works, only later. docs/performance.md has what this and CommonJS give.
 */
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const folder = path.join(__dirname, "../dist/cli");
const argv = process.argv.slice(2);

process.on("uncaughtException", fail);
const program = load(path.join(folder, "main.cjs"));
program.run(argv).then((status) => {
  process.exitCode = status;
  program.keepCompiled(status);
}, fail);

function load(file) {
  const source = readBundle(file);
  // The first line is a comment: a digest of all that follows.
  const digest = source.slice(3, source.indexOf("\n"));
  const compiled = path.join(folder, `${digest}-${process.version}-${process.arch}.compiled`);
  const cachedData = readIfThere(compiled);
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, folder);
  return {
    run: module.exports.run,
    /** After a build, because that has compiled most of what any command needs. */
    keepCompiled(status) {
      if (!cachedData && argv[0] === "build" && status === 0) writeIfPossible(compiled, script.createCachedData());
    },
  };
}

/** The build leaves nothing but ASCII, which is read fastest this way. */
function readBundle(file) {
  try {
    return fs.readFileSync(file, "latin1");
  } catch {
    process.stderr.write(`nhg: ${file} is missing; 'npm ci' or 'npm run build' makes it\n`);
    return process.exit(2);
  }
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Through a name of its own: no other process sees half a file. */
function writeIfPossible(file, data) {
  const partial = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(partial, data);
    fs.renameSync(partial, file);
  } catch {
    fs.rmSync(partial, { force: true });
  }
}

/** What arrives here is no fault of the user's input: `run` turns those into messages and a status. */
function fail(error) {
  const { version } = require("../package.json");
  const report = [
    "nhg: this is a defect in nhg, not in your input. Please report it, with these lines:",
    require("node:util").inspect(error),
    `nhg ${version}, Node.js ${process.version}, ${process.platform}-${process.arch}`,
  ];
  try {
    fs.writeSync(2, `${report.join("\n")}\n`);
  } finally {
    process.exit(70);
  }
}
