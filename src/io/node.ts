/** Files and environment of the machine, through Node.js. */
import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { type Action, ioFailure, missingPath, notALink } from "./failure.js";
import type { FileStat, FileType, Io, IoError } from "./io.js";
import { fromNativePath, toNativePath } from "./native-path.js";

export const nodeIo: Io = {
  readFile(path) {
    try {
      return readFileSync(toNativePath(path));
    } catch (error) {
      // Opening a folder succeeds; only reading from it fails.
      const action = errno(error) === "EISDIR" ? "reading from file" : "opening file";
      throw failure(error, action, path);
    }
  },

  stat(path): FileStat | undefined {
    try {
      const stats = lstatSync(toNativePath(path));
      const type = fileType(stats);
      const regular = type === "regular";
      return {
        type,
        executable: regular && (stats.mode & 0o100) !== 0,
        size: regular ? stats.size : 0,
      };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw failure(error, "getting status of", path);
    }
  },

  readDirectory(path) {
    try {
      const entries = readdirSync(toNativePath(path), { withFileTypes: true });
      return new Map(entries.map((entry) => [entry.name, fileType(entry)]));
    } catch (error) {
      throw failure(error, "opening directory", path);
    }
  },

  readLink(path) {
    try {
      const target = readlinkSync(toNativePath(path));
      return process.platform === "win32" ? fromNativePath(target) : target;
    } catch (error) {
      if (isAbsent(error)) throw failure(error, "getting status of", path);
      throw notALink(path);
    }
  },

  realPath(path) {
    try {
      return fromNativePath(realpathSync.native(toNativePath(path)));
    } catch (error) {
      if (errno(error) === "ENOENT") throw missingPath(path);
      throw failure(error, "getting status of", path);
    }
  },

  environment(name) {
    // `process.env` inherits from Object.prototype: `toString` is no variable.
    return Object.hasOwn(process.env, name) ? process.env[name] : undefined;
  },

  homeDirectory() {
    try {
      const home = homedir() || userInfo().homedir;
      return home === "" ? undefined : fromNativePath(home);
    } catch {
      // Neither `HOME` nor an entry in the user database, as in some containers.
      return undefined;
    }
  },
};

function fileType(entry: Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">): FileType {
  if (entry.isFile()) return "regular";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "symlink" : "unknown";
}

function errno(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  // A NUL in the path, which Node.js catches before the operating system sees it.
  return error.code === "ERR_INVALID_ARG_VALUE" ? "EINVAL" : String(error.code);
}

function isAbsent(error: unknown): boolean {
  const code = errno(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

function failure(error: unknown, action: Action, path: string): IoError {
  const detail = error instanceof Error ? error.message : String(error);
  return ioFailure(errno(error) ?? "", action, path, detail);
}
