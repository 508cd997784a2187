/** flake.lock, as far as it says in which folder of this machine an input is. */
import { toText } from "../eval/bytes.js";
import { NixError } from "../eval/errors.js";
import type { Machine } from "../eval/machine.js";

interface LockNode {
  /** A node's key, or the path of another input that it follows. */
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked?: { readonly type?: string; readonly path?: string };
}

interface LockFile {
  readonly version: number;
  readonly root: string;
  readonly nodes: Readonly<Record<string, LockNode>>;
}

export class FlakeLock {
  static readonly none = new FlakeLock({ version: 7, root: "root", nodes: { root: {} } });

  private constructor(private readonly file: LockFile) {}

  /** Throws a `NixError` when the folder has a flake.lock that cannot be read. */
  static read(machine: Machine, directory: string): FlakeLock {
    const path = `${directory}/flake.lock`;
    if (machine.io.stat(toText(path)) === undefined) return FlakeLock.none;
    const text = new TextDecoder().decode(machine.io.readFile(toText(path)));
    return new FlakeLock(parseLock(text, path));
  }

  /** The folder that an input is locked to, by the input's path from the root flake; undefined for any other kind. */
  folderOf(inputPath: readonly string[]): string | undefined {
    const locked = this.node(inputPath)?.locked;
    return locked?.type === "path" ? locked.path : undefined;
  }

  private node(inputPath: readonly string[], hops = 0): LockNode | undefined {
    const { nodes, root } = this.file;
    let node = nodes[root];
    for (const name of inputPath) {
      const next: string | readonly string[] | undefined = node?.inputs?.[name];
      // A lock file that follows itself in a circle would keep us here.
      if (next === undefined || hops > 100) return undefined;
      node = typeof next === "string" ? nodes[next] : this.node(next, hops + 1);
    }
    return node;
  }
}

function parseLock(text: string, path: string): LockFile {
  const file = parseJson(text, path) as Partial<LockFile> | null;
  if (file === null || typeof file !== "object" || typeof file.nodes !== "object" || typeof file.root !== "string") {
    throw new NixError("value", `'${path}' is not a lock file`);
  }
  const version = Number(file.version);
  if (!(version >= 5 && version <= 7)) {
    throw new NixError("value", `lock file '${path}' has unsupported version ${file.version}`);
  }
  return file as LockFile;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NixError("value", `'${path}' is not a lock file: it is not valid JSON`);
  }
}
