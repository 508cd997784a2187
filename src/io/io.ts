/**
 * The one interface through which everything above reaches files, the environment and the network.
 * `node.ts` implements it with Node.js, `memory.ts` with a map, for tests and the browser.
 * Paths are absolute and use `/`. Everything is synchronous, because Nix evaluation is.
 */

export type FileType = "regular" | "directory" | "symlink" | "unknown";

export interface FileStat {
  /** Of the path itself: a link is not followed. */
  readonly type: FileType;
  readonly executable: boolean;
  /** Bytes; 0 for anything but a regular file. */
  readonly size: number;
}

export interface Io {
  /** Follows links. Throws an `IoError` when the file cannot be read. */
  readFile(path: string): Uint8Array;
  /** Does not follow a link at the end of the path; `undefined` when nothing is there. */
  stat(path: string): FileStat | undefined;
  /** Names with types, in no particular order. Throws an `IoError`. */
  readDirectory(path: string): ReadonlyMap<string, FileType>;
  /** The text of a symbolic link. Throws an `IoError`. */
  readLink(path: string): string;
  /** With every link followed. Throws an `IoError` when nothing is there. */
  realPath(path: string): string;
  /** `undefined` when the variable is not set. */
  environment(name: string): string | undefined;
  /** The user's home folder, for `~/` paths; `undefined` where there is none. */
  homeDirectory(): string | undefined;
}

export type IoErrorCode = "not-found" | "not-a-directory" | "is-a-directory" | "denied" | "failed";

/** What an `Io` throws; `message` is in Nix's words where Nix has words. */
export class IoError extends Error {
  override readonly name = "IoError";
  constructor(
    readonly code: IoErrorCode,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}
