/**
 * One evaluation's world: its settings, the files it has read, and the way to everything outside.
 * Values of one machine must not be mixed with those of another.
 */
import type { Io } from "../../io/io.js";
import { type ParseOptions, parse } from "../syntax/parser.js";
import { Source, type Span } from "../syntax/source.js";
import { NixSyntaxError } from "../syntax/syntax-error.js";
import type { Attrs } from "./attrs.js";
import { fromByteArray, toBytes, toText } from "./bytes.js";
import { checkVariables } from "./check-variables.js";
import { orDefaultWarning } from "./compile/dialect.js";
import { Scope } from "./compile/scope.js";
import { compilers } from "./compile/table.js";
import { Unit } from "./compile/unit.js";
import { NixError } from "./errors.js";
import { canonicalPath, parentOf, resolvePath } from "./paths.js";
import { readingFiles } from "./reading-files.js";
import type { Listener, Settings, Warning } from "./settings.js";
import type { NixString, Value } from "./value.js";

export interface World {
  readonly io: Io;
  readonly settings: Settings;
  readonly listener: Listener;
  /** What is in scope everywhere: `builtins`, `true`, `map`, … */
  readonly globals: ReadonlyMap<string, Value>;
  /** Copies a path to the Nix store, in name at least: gives the store path, with itself as context. */
  readonly copyToStore: (machine: Machine, path: string) => NixString;
  /** Importable values that are not files, by absolute path (a byte string). */
  readonly modules?: ReadonlyMap<string, Value>;
}

export class Machine {
  /** How many calls deep the evaluation is. `tryEval` and other catchers restore it. */
  depth = 0;
  readonly io: Io;
  readonly settings: Settings;
  readonly listener: Listener;
  private readonly maxDepth: number;
  private readonly imported = new Map<string, Value>();
  private readonly warned = new Set<string>();
  /** Names of the sources that were bare bindings, which stand for a part of a chart. */
  readonly fragments = new Set<string>();

  constructor(private readonly world: World) {
    this.io = world.io;
    this.settings = world.settings;
    this.listener = world.listener;
    this.maxDepth = world.settings.maxCallDepth;
  }

  /** Counts one call deeper; the caller counts back when it returns normally. */
  enter(): void {
    if (++this.depth > this.maxDepth) {
      throw new NixError("stack-overflow", "stack overflow; max-call-depth exceeded");
    }
  }

  /** Runs `action`; when it fails, the depth is what it was before. */
  guard<T>(action: () => T, recover: (error: unknown) => T): T {
    const { depth } = this;
    try {
      return action();
    } catch (error) {
      this.depth = depth;
      return recover(error);
    }
  }

  homeDirectory(): string | undefined {
    const home = this.settings.pure ? undefined : this.io.homeDirectory();
    return home === undefined ? undefined : toBytes(home);
  }

  copyToStore(path: string): NixString {
    return this.world.copyToStore(this, path);
  }

  /** The text of a file, as bytes. */
  readFile(path: string): string {
    return fromByteArray(readingFiles(() => this.io.readFile(toText(path))));
  }

  /** Evaluates a text in the global scope, or in one that `extra` adds to. */
  evaluate(source: Source, extra?: Attrs): Value {
    const unit = new Unit(this, source, compilers);
    const expr = this.parse(source, extra === undefined ? [] : extra.names);
    const root = Scope.root(this.world.globals);
    if (extra === undefined) return unit.compile(expr, root).eval([undefined]);
    const scope = root.names(extra.names);
    return unit.compile(expr, scope).eval([[undefined], ...extra.values]);
  }

  private parse(source: Source, extraNames: readonly string[]) {
    const { settings } = this;
    const options: ParseOptions = {
      portable: settings.portable,
      pipeOperators: settings.experimental.has("pipe-operators"),
      warn: ({ message, help, ...warning }) => {
        this.warnOnce({ ...warning, message: toText(message), help: toText(help) });
      },
    };
    try {
      const { expr, fragment } = parse(source, options);
      if (fragment) this.fragments.add(source.name);
      const globals = [...this.world.globals.keys(), ...extraNames];
      for (const { start, end } of checkVariables(source, expr, globals)) {
        this.warnOnce(orDefaultWarning({ source, start, end }));
      }
      return expr;
    } catch (error) {
      if (!(error instanceof NixSyntaxError)) throw error;
      const failure = new NixError("syntax", error.message, error.span);
      failure.help = error.help;
      throw failure;
    }
  }

  /** Warns of a place in a source, once for the whole evaluation. */
  warnOnce(warning: Warning & { readonly span: Span }): void {
    const { source, start } = warning.span;
    const key = `${source.name}:${start}:${warning.code}`;
    if (this.warned.has(key)) return;
    this.warned.add(key);
    this.listener.warn(warning);
  }

  /** `import`: a folder means its `default.nix`; each file is evaluated once. */
  importPath(path: string): Value {
    const module = this.world.modules?.get(path);
    if (module !== undefined) return module;
    const file = this.resolveFile(path);
    const known = this.imported.get(file);
    if (known !== undefined) return known;
    const value = this.evaluate(this.sourceOf(file));
    this.imported.set(file, value);
    return value;
  }

  /** `scopedImport`: never cached, because the scope is part of the result. */
  importScoped(scope: Attrs, path: string): Value {
    return this.evaluate(this.sourceOf(this.resolveFile(path)), scope);
  }

  private sourceOf(file: string): Source {
    return new Source(file, this.readFile(file), parentOf(file), true);
  }

  /** Follows links at the end of the path, then a folder to its `default.nix`. */
  private resolveFile(path: string): string {
    let file = canonicalPath(path);
    for (let links = 0; links < 40; links++) {
      const type = readingFiles(() => this.io.stat(toText(file)))?.type;
      if (type === undefined) throw new NixError("io", `path '${file}' does not exist`);
      if (type === "directory") return this.resolveFile(`${file}/default.nix`);
      if (type !== "symlink") return file;
      file = resolvePath(parentOf(file), toBytes(readingFiles(() => this.io.readLink(toText(file)))));
    }
    throw new NixError("io", `infinite symlink recursion in path '${path}'`);
  }

  /** `<name>`: the first search path entry that has it. */
  findFile(name: string, entries = this.settings.searchPath): string {
    for (const { prefix, path } of entries) {
      const rest = matchPrefix(prefix, name);
      if (rest === undefined) continue;
      const candidate = canonicalPath(`${path}/${rest}`);
      if (this.world.modules?.has(candidate) || this.io.stat(toText(candidate)) !== undefined) return candidate;
    }
    throw new NixError("throw", `file '${name}' was not found in the Nix search path (add it using $NIX_PATH or -I)`);
  }
}

/** What is left of `name` under an entry: `nixpkgs/lib` under `nixpkgs` leaves `lib`. */
function matchPrefix(prefix: string, name: string): string | undefined {
  if (prefix === "") return name;
  if (name === prefix) return "";
  return name.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : undefined;
}
