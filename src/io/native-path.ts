/**
 * The border between our paths and the operating system's. Ours are Nix's: absolute, starting with
 * `/` and separated by `/`. Elsewhere than on Windows the two are the same. There, a drive is the
 * first part of the path and a network share starts with `unc:`, which no Windows file is called:
 *
 *     C:\charts\web.nix     ↔  /C:/charts/web.nix
 *     \\server\share\x.nix  ↔  /unc:/server/share/x.nix
 */

const shareRoot = "/unc:/";

export function toNativePath(path: string, platform: string = process.platform): string {
  if (platform !== "win32") return path;
  if (path.startsWith(shareRoot)) return `\\\\${backslashes(path.slice(shareRoot.length))}`;
  const drive = /^\/([a-z]:)(\/.*)?$/is.exec(path);
  return backslashes(drive ? `${drive[1]}${drive[2] ?? "/"}` : path);
}

/** Takes an absolute native path, such as `process.cwd()` or what `path.resolve` gives. */
export function fromNativePath(path: string, platform: string = process.platform): string {
  if (platform !== "win32") return path;
  // `\\?\` and `\\?\UNC\` lift the limit on the length of what follows, and mean nothing else.
  const short = slashes(path)
    .replace(/^\/\/\?\/UNC\//i, "//")
    .replace(/^\/\/\?\//, "");
  if (short.startsWith("//")) return shareRoot + short.slice(2);
  return /^[a-z]:/i.test(short) ? `/${short}` : short;
}

function backslashes(path: string): string {
  return path.replaceAll("/", "\\");
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
