/** Turns an operating system's error into an `IoError` whose message is in Nix's words. */
import { IoError, type IoErrorCode } from "./io.js";

/** What Nix was doing, the way it words it before the path. */
export type Action = "opening file" | "opening directory" | "reading from file" | "getting status of";

/** As C's `strerror` words them, which is what Nix prints after the path. */
const reasons: Readonly<Record<string, readonly [IoErrorCode, string]>> = {
  ENOENT: ["not-found", "No such file or directory"],
  ENOTDIR: ["not-a-directory", "Not a directory"],
  EISDIR: ["is-a-directory", "Is a directory"],
  EACCES: ["denied", "Permission denied"],
  EPERM: ["denied", "Operation not permitted"],
  ELOOP: ["failed", "Too many levels of symbolic links"],
  ENAMETOOLONG: ["failed", "File name too long"],
  EINVAL: ["failed", "Invalid argument"],
  EIO: ["failed", "Input/output error"],
  EMFILE: ["failed", "Too many open files"],
  ENFILE: ["failed", "Too many open files in system"],
  EBUSY: ["failed", "Device or resource busy"],
  ENXIO: ["failed", "No such device or address"],
};

/** `detail` is used for an error number that the table does not name. */
export function ioFailure(errno: string, action: Action, path: string, detail = errno): IoError {
  const [code, reason] = reasons[errno] ?? ["failed", detail];
  return new IoError(code, path, `${action} '${path}': ${reason}`);
}

export function missingPath(path: string): IoError {
  return new IoError("not-found", path, `path '${path}' does not exist`);
}

export function notALink(path: string): IoError {
  return new IoError("failed", path, `'${path}' is not a symlink`);
}
