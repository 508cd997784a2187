/** Finding the user's Nix files. */
import type { Io } from "../io/io.js";
import { toBytes, toText } from "../nix/eval/bytes.js";
import { Problem } from "./problem.js";

/**
 * All `.nix` files below a folder, sorted; of hidden folders and `node_modules` none. Links are not
 * followed, `result` being one. Paths are byte strings.
 */
export function findNixFiles(io: Io, folder: string): readonly string[] {
  const entries = [...io.readDirectory(toText(folder))].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.flatMap(([name, type]) => {
    const path = `${folder === "/" ? "" : folder}/${toBytes(name)}`;
    if (type === "directory") return name.startsWith(".") || name === "node_modules" ? [] : findNixFiles(io, path);
    return type === "regular" && name.endsWith(".nix") ? [path] : [];
  });
}

/** The files that a path of the command line stands for: itself, or what `find` finds below it. */
export function filesAt(io: Io, path: string, find: (folder: string) => readonly string[]): readonly string[] {
  const type = typeAt(io, toText(path));
  if (type === "directory") return find(path);
  if (type === "regular") return [path];
  throw Problem.of("no-such-file", `there is no file or folder ${toText(path)}`);
}

function typeAt(io: Io, path: string): string | undefined {
  const stat = io.stat(path);
  return stat?.type === "symlink" ? io.stat(io.realPath(path))?.type : stat?.type;
}

/** `tests/*.nix`, `*-test.nix` and `test-*.nix`. */
export function isTestFile(path: string): boolean {
  return /\/tests\/[^/]*\.nix$|-test\.nix$|\/test-[^/]*\.nix$/.test(path);
}
