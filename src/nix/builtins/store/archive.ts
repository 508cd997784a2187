/**
 * The Nix archive (NAR) of a file tree: contents, executable bits and links, nothing else, in one order.
 * Only its hash is wanted, so it is never held in memory as a whole.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Io } from "../../../io/io.js";
import { toByteArray, toBytes, toText } from "../../eval/bytes.js";
import { NixError } from "../../eval/errors.js";
import type { Hash } from "../hash/hash.js";

/** Whether a path under the root belongs to the archive; asked for children only, parents first. */
export type PathFilter = (path: string) => boolean;

const everything: PathFilter = () => true;

/** SHA-256 of the archive. `path` is a byte string. */
export function hashArchive(io: Io, path: string, filter: PathFilter = everything): Hash {
  const writer = new ArchiveWriter(io, filter);
  writer.text("nix-archive-1");
  writer.node(path);
  return { algorithm: "sha256", bytes: writer.digest() };
}

class ArchiveWriter {
  private readonly hash = sha256.create();

  constructor(
    private readonly io: Io,
    private readonly filter: PathFilter,
  ) {}

  digest(): Uint8Array {
    return this.hash.digest();
  }

  /** A length in eight bytes, little endian, then the bytes, padded to a multiple of eight. */
  private bytes(data: Uint8Array): void {
    const length = new DataView(new ArrayBuffer(8));
    length.setBigUint64(0, BigInt(data.length), true);
    this.hash.update(new Uint8Array(length.buffer));
    this.hash.update(data);
    const rest = data.length % 8;
    if (rest > 0) this.hash.update(new Uint8Array(8 - rest));
  }

  text(...texts: string[]): void {
    for (const text of texts) this.bytes(toByteArray(text));
  }

  node(path: string): void {
    const stat = this.io.stat(toText(path));
    if (stat === undefined) throw new NixError("io", `path '${path}' does not exist`);
    this.text("(", "type");
    if (stat.type === "regular") this.file(path, stat.executable);
    else if (stat.type === "directory") this.folder(path);
    else if (stat.type === "symlink") this.text("symlink", "target", toBytes(this.io.readLink(toText(path))));
    else throw new NixError("io", `file '${path}' has an unsupported type`);
    this.text(")");
  }

  private file(path: string, executable: boolean): void {
    this.text("regular");
    if (executable) this.text("executable", "");
    this.text("contents");
    this.bytes(this.io.readFile(toText(path)));
  }

  private folder(path: string): void {
    this.text("directory");
    const names = [...this.io.readDirectory(toText(path)).keys()].map(toBytes).sort();
    for (const name of names) {
      const child = path === "/" ? `/${name}` : `${path}/${name}`;
      if (!this.filter(child)) continue;
      this.text("entry", "(", "name", name, "node");
      this.node(child);
      this.text(")");
    }
  }
}
