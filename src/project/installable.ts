/**
 * What the user points at on the command line: an output of a flake (`.#charts.production`, `path:../x#web`)
 * or a Nix file (`chart.nix`, `chart.nix#production`).
 */
import { resolve } from "node:path";
import type { Io } from "../io/io.js";
import { fromNativePath, toNativePath } from "../io/native-path.js";
import { toBytes, toText } from "../nix/eval/bytes.js";
import { parentOf } from "../nix/eval/paths.js";
import { parseFlakeReference } from "../nix/flake/reference.js";
import { Problem } from "./problem.js";

export type Installable =
  /** Paths and attributes are byte strings; paths are absolute. */
  | { readonly kind: "flake"; readonly directory: string; readonly attribute: string }
  | { readonly kind: "file"; readonly path: string; readonly attribute: string };

/** Files that stand for a folder without flake.nix, in the order they are looked for. */
const folderFiles = ["default.nix", "chart.nix"];

/** The folder of a flake (a byte string). Throws a `Problem` when there is none. */
export function flakeDirectory(text: string | undefined, io: Io, workingDirectory: string): string {
  const installable = new InstallableReader(io, workingDirectory).read(text ?? ".");
  if (installable.kind === "flake") return installable.directory;
  throw Problem.of("no-such-installable", `there is no flake.nix in ${toText(parentOf(installable.path))} or above`);
}

export class InstallableReader {
  constructor(
    private readonly io: Io,
    /** Absolute and `/`-separated. */
    private readonly workingDirectory: string,
  ) {}

  /** Throws a `Problem` when there is no such thing. */
  read(text: string): Installable {
    const hash = text.indexOf("#");
    const place = hash < 0 ? text : text.slice(0, hash);
    const attribute = hash < 0 ? "" : toBytes(decodeFragment(text.slice(hash + 1)));
    if (place === "" || place === ".") return this.fromHere(attribute);
    const path = this.nativePath(place);
    const type = this.typeOf(path);
    if (type === "regular") return { kind: "file", path, attribute };
    return type === "directory" ? this.fromFolder(path, attribute) : this.fromReference(place, attribute);
  }

  /** The working folder: its flake, or the flake that it is in, comes before its own files, as in Nix. */
  private fromHere(attribute: string): Installable {
    const folder = toBytes(this.workingDirectory);
    return this.flakeIn(folder, attribute) ?? this.fileIn(folder, attribute) ?? nothingIn(folder);
  }

  /** A folder that was named: a file of its own comes before a flake around it. */
  private fromFolder(folder: string, attribute: string): Installable {
    if (this.typeOf(`${folder}/flake.nix`) === "regular") return { kind: "flake", directory: folder, attribute };
    return this.fileIn(folder, attribute) ?? this.flakeIn(folder, attribute) ?? nothingIn(folder);
  }

  private flakeIn(folder: string, attribute: string): Installable | undefined {
    const directory = this.flakeFolder(folder);
    return directory === undefined ? undefined : { kind: "flake", directory, attribute };
  }

  private fileIn(folder: string, attribute: string): Installable | undefined {
    const path = folderFiles.map((name) => `${folder}/${name}`).find((file) => this.typeOf(file) === "regular");
    return path === undefined ? undefined : { kind: "file", path, attribute };
  }

  /** The nearest folder with a flake.nix, from this one upwards, as Nix looks for it: not beyond a git repository. */
  private flakeFolder(folder: string): string | undefined {
    for (let at = folder; ; at = parentOf(at)) {
      if (this.typeOf(`${at}/flake.nix`) === "regular") return at;
      if (at === "/" || this.typeOf(`${at}/.git`) !== undefined) return undefined;
    }
  }

  private fromReference(place: string, attribute: string): Installable {
    // A bare name would be looked up in a registry; here it is rather a file's name gone wrong.
    if (!place.includes(":")) throw this.noSuch(place);
    const reference = parseFlakeReference(toBytes(place), toBytes(this.workingDirectory));
    if (reference.type === "remote") throw notFetched(place, attribute);
    const type = this.typeOf(reference.path);
    if (type === "regular") return { kind: "file", path: reference.path, attribute };
    if (type === "directory") return this.fromFolder(reference.path, attribute);
    throw this.noSuch(toText(reference.path));
  }

  private noSuch(place: string): Problem {
    return Problem.of("no-such-installable", `there is no file or folder '${place}'`, this.meant(place));
  }

  private meant(place: string): string | undefined {
    if (this.typeOf(this.nativePath(`${place}.nix`)) === "regular") return `there is a file '${place}.nix'`;
    return /^[\w.-]+$/.test(place) ? `an output of the flake here is written '.#${place}'` : undefined;
  }

  private nativePath(text: string): string {
    return toBytes(fromNativePath(resolve(toNativePath(this.workingDirectory), text)));
  }

  /** Of what a path leads to, links followed. */
  private typeOf(path: string): string | undefined {
    const { io } = this;
    const type = io.stat(toText(path))?.type;
    return type === "symlink" ? safely(() => io.stat(io.realPath(toText(path)))?.type) : type;
  }
}

function nothingIn(folder: string): never {
  throw Problem.of(
    "no-such-installable",
    `nothing to evaluate in ${toText(folder)}: no flake.nix there or in a folder above, and no ${folderFiles.join(" or ")}`,
    "name a file, or run `nhg init` to start a project",
  );
}

function notFetched(place: string, attribute: string): Problem {
  return Problem.of(
    "not-fetched",
    `nhg does not fetch flakes, and '${place}' is not a folder of this machine`,
    `fetch it, and name its folder: path:FOLDER${attribute === "" ? "" : `#${toText(attribute)}`}`,
  );
}

/** A dangling link leads nowhere. */
function safely<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
