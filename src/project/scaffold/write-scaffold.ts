/** `nhg init`: the project that src/project/scaffold/files holds, copied. What is there already stays as it is. */
import { constants, copyFileSync, lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../make-folder.js";
import { Problem } from "../problem.js";

export interface Scaffolded {
  /** Paths relative to the project, `/`-separated, in alphabetical order. */
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/** Two folders above this file, and above the bundle that it ends up in, is the package. */
const filesFolder = fileURLToPath(new URL("../../src/project/scaffold/files", import.meta.url));

/** npm packs no file of this name. */
const renamed: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

/** `project` is native and absolute. Throws a `Problem`, with nothing written, when a file is in the way. */
export function writeScaffold(project: string): Scaffolded {
  const files = listFiles(filesFolder).map((source) => {
    const path = relative(filesFolder, source).replaceAll("\\", "/");
    return { source, path: renamed[path] ?? path };
  });
  for (const { path } of files) checkFolders(project, path);
  const isThere = ({ path }: { path: string }) =>
    lstatSync(join(project, path), { throwIfNoEntry: false }) !== undefined;
  const kept = files.filter(isThere);
  const missing = files.filter((file) => !kept.includes(file));
  for (const { source, path } of missing) copy(source, join(project, path));
  return { written: missing.map(({ path }) => path).sort(), kept: kept.map(({ path }) => path).sort() };
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** Everything above a file of the project, the project's own folder included, must be a folder or not be there. */
function checkFolders(project: string, path: string): void {
  let folder = project;
  for (const name of ["", ...dirname(path).split("/")]) {
    folder = join(folder, name);
    const stats = statOf(folder);
    if (stats === undefined) return;
    if (stats.isDirectory()) continue;
    throw Problem.of("not-a-folder", `'${folder}' is in the way: the project needs a folder there`);
  }
}

/** `undefined` when nothing is there. Throws a `Problem` when nothing can be, because something above is no folder. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw Problem.of("not-a-folder", `the project cannot be in '${path}': ${reasonOf(error)}`);
  }
}

/** Node.js's own words, without the name of the call that failed. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+ '.*$/, "") : String(error);
}

function copy(source: string, target: string): void {
  try {
    makeFolder(dirname(target));
    copyFileSync(source, target, constants.COPYFILE_EXCL);
  } catch (error) {
    throw Problem.of("not-writable", `cannot write '${target}': ${reasonOf(error)}`);
  }
}
