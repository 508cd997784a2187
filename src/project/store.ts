/**
 * The store of built outputs. An output is a folder whose name is a hash of what is in it; it is written
 * under a temporary name and then renamed, so that it is there completely or not at all, whoever builds at
 * the same time and whenever a build is killed.
 *
 * An entry is read and compared before it is used again, and made anew when anything in it differs. So
 * there is no need to wait for the disk (`fsync`): an entry that a power cut left truncated is repaired by
 * the next build. For the same reason files may stay writable (unlike Nix's): copies made with `cp -r
 * result/*` can be overwritten by the next copy and deleted like any file.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import { type Output, StoreError, storeName } from "./store-path.js";
import { removeStale, temporaryName } from "./store-temporary.js";

/** Temporary folders, apart from the entries so that looking for stale ones is quick. */
const temporaryFolder = ".tmp";

/** Replacing an entry can fail because others do the same; each failure means that one of them got further. */
const attempts = 20;

/** Where `writeOutput` puts the output. */
export function outputPath(store: string, output: Output): string {
  return join(store, storeName(output));
}

/**
 * Makes sure that the store holds the output and gives the path of its folder. Throws a `StoreError` when
 * the store cannot be written, and an `Error` when a file's path leads out of the output.
 */
export function writeOutput(store: string, output: Output): string {
  for (const path of output.files.keys()) checkRelative(path);
  const target = outputPath(store, output);
  if (isIntact(target, output.files)) return target;
  try {
    create(store, target, output.files);
  } catch (error) {
    throw unwritable(store, error);
  }
  return target;
}

function create(store: string, target: string, files: Output["files"]): void {
  const temporaries = join(store, temporaryFolder);
  makeFolder(temporaries);
  removeStale(temporaries);
  const folder = join(temporaries, temporaryName());
  try {
    writeFiles(folder, files);
    publish(folder, target, files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles(folder: string, files: Output["files"]): void {
  mkdirSync(folder);
  const made = new Set([folder]);
  for (const [path, text] of files) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text, { flag: "wx" });
  }
}

/** Renames the folder to its place, unless somebody else's equal one is there first. */
function publish(folder: string, target: string, files: Output["files"]): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(folder, target);
      return;
    } catch (error) {
      if (isIntact(target, files)) return;
      if (attempt === attempts) throw error;
      moveAway(target, dirname(folder));
    }
  }
}

/** A damaged entry is renamed first: it may be in use, and removing it takes time. */
function moveAway(target: string, temporaries: string): void {
  const away = join(temporaries, temporaryName());
  try {
    renameSync(target, away);
  } catch {
    // Somebody else moved it, or (on Windows) has a file in it open for a moment.
    pause(10);
    return;
  }
  rmSync(away, { recursive: true, force: true });
}

/** Whether the folder holds exactly these files: nothing missing, changed or added. */
function isIntact(folder: string, files: Output["files"]): boolean {
  try {
    return (
      listFiles(folder, "").every((path) => files.has(path)) &&
      [...files].every(([path, text]) => {
        return readFileSync(join(folder, path)).equals(Buffer.from(text));
      })
    );
  } catch {
    return false;
  }
}

/** Links and other special files count as files here, of a name that no output has. */
function listFiles(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return listFiles(folder, `${path}/`);
    return entry.isFile() ? path : `${path}/`;
  });
}

function checkRelative(path: string): void {
  const parts = path.split("/");
  const escapes = parts.some((part) => part === "" || part === "." || part === "..") || /[\\:\0]/.test(path);
  if (escapes) throw new Error(`'${path}' is not the path of a file in an output`);
}

function unwritable(store: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^E(ACCES|PERM|ROFS|NOTDIR|EXIST|NOSPC|DQUOT|NOENT)$/.test(code)) return error;
  const reason = (error as Error).message.replace(/, \w+ '.*$/, "");
  return new StoreError(
    "store-unwritable",
    `cannot write to the store '${store}': ${reason}`,
    "set NHG_STORE to a folder that may be written",
  );
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
