/**
 * Calling a flake: its `outputs` function is given `self` and the inputs, each of which is evaluated
 * when something asks for it and not before. That is why a chart whose flake names nixpkgs, but uses
 * it for a development shell only, never needs nixpkgs.
 */
import { Attrs } from "../eval/attrs.js";
import { toBytes, toText } from "../eval/bytes.js";
import { call1 } from "../eval/call.js";
import { NixError } from "../eval/errors.js";
import { forceAttrs } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { resolvePath } from "../eval/paths.js";
import { Closure, force, Thunk, type Value } from "../eval/value.js";
import { type FlakeDeclaration, type InputDeclaration, readFlake, registryReference } from "./declaration.js";
import { FlakeLock } from "./lock.js";
import { type FlakeReference, resolveReference } from "./reference.js";

export interface FlakeOptions {
  /**
   * Inputs that need not be fetched: asked for each input that is not in a folder of this machine, with
   * its name and URL. `always` holds those that are there whatever a flake says.
   */
  readonly provide: (name: string, url: string) => ((machine: Machine) => Value) | undefined;
  readonly always: ReadonlySet<string>;
  /** `--override-input`: an input's path from the root flake (`a/b`) → where it is. */
  readonly overrides: ReadonlyMap<string, FlakeReference>;
}

export interface Flake {
  readonly directory: string;
  readonly description: string | undefined;
  /** The flake as other flakes see it: its outputs, with `inputs`, `outPath` and the like beside them. */
  readonly self: Thunk;
  /** What the `outputs` function gives. */
  readonly outputs: Thunk;
}

/** The flake of a folder. Reads its flake.nix; the outputs are evaluated when asked for. */
export function openFlake(machine: Machine, directory: string, options: FlakeOptions): Flake {
  const lock = FlakeLock.read(machine, directory);
  return new FlakeInstance({ machine, options, lock }, readFlake(machine, directory), [], []);
}

/** What the flakes of one evaluation share. */
interface FlakeWorld {
  readonly machine: Machine;
  readonly options: FlakeOptions;
  readonly lock: FlakeLock;
}

/** An input's declaration with the flake that made it, since `follows` starts from there. */
interface EffectiveDeclaration {
  readonly by: FlakeInstance;
  readonly input: InputDeclaration | undefined;
}

class FlakeInstance implements Flake {
  readonly self: Thunk;
  readonly outputs: Thunk;
  private readonly inputs: Attrs;

  constructor(
    private readonly world: FlakeWorld,
    private readonly declaration: FlakeDeclaration,
    /** The way here from the root flake: the inputs' names, and the flakes they belong to. */
    private readonly path: readonly string[],
    private readonly ancestors: readonly FlakeInstance[],
  ) {
    this.inputs = Attrs.from([...this.inputNames()].map((name) => [name, new Thunk((at) => this.input(at), name)]));
    this.outputs = new Thunk(() => this.callOutputs(), undefined);
    this.self = new Thunk(() => this.makeSelf(), undefined);
  }

  get directory(): string {
    return this.declaration.directory;
  }

  get description(): string | undefined {
    return this.declaration.description;
  }

  private inputNames(): Set<string> {
    const { inputs, outputs } = this.declaration;
    // A function that lists its arguments and says no `...` refuses any other.
    const open = !(outputs instanceof Closure) || outputs.code.formals === undefined || outputs.code.ellipsis;
    return new Set([...inputs.keys(), ...(open ? this.world.options.always : [])]);
  }

  private callOutputs(): Value {
    const { machine } = this.world;
    const outputs = call1(machine, this.declaration.outputs, this.inputs.update(Attrs.from([["self", this.self]])));
    if (outputs instanceof Attrs) return outputs;
    throw new NixError("type", `flake '${this.directory}' must give an attribute set as its outputs`);
  }

  private makeSelf(): Value {
    const source = sourceInfo(this.directory);
    return forceAttrs(this.outputs)
      .update(source)
      .update(
        Attrs.from([
          ["_type", "flake"],
          ["inputs", this.inputs],
          ["outputs", this.outputs],
          ["sourceInfo", source],
        ]),
      );
  }

  private input(name: string): Value {
    const path = [...this.path, name];
    const { by, input } = this.effective(path);
    const override = this.world.options.overrides.get(path.join("/"));
    if (override === undefined && input?.follows !== undefined) return by.follow(input.follows);
    const reference = override ?? this.locate(path, by, input);
    const isFlake = input?.isFlake ?? true;
    if (reference.type === "path" && (override !== undefined || !this.world.options.always.has(name))) {
      return this.fromFolder(path, reference.path, isFlake);
    }
    const url = reference.type === "path" ? `path:${reference.path}` : reference.url;
    const provide = this.world.options.provide(name, url);
    if (provide !== undefined) return provide(this.world.machine);
    throw notFetched(name, url, input);
  }

  /** What the outermost flake that has a say about an input says of it. */
  private effective(path: readonly string[]): EffectiveDeclaration {
    const lineage = [...this.ancestors, this];
    const found = lineage.map((by, i) => ({ by, input: declared(by.declaration.inputs, path.slice(i)) }));
    const decisive = found.find(({ input }) => input?.reference !== undefined || input?.follows !== undefined);
    return decisive ?? { by: this, input: found.at(-1)?.input };
  }

  private locate(path: readonly string[], by: FlakeInstance, input: InputDeclaration | undefined): FlakeReference {
    const declared = resolveReference(input?.reference ?? registryReference(path.at(-1) as string), by.directory);
    if (declared.type === "path") return declared;
    const locked = this.world.lock.folderOf(path);
    if (locked === undefined) return declared;
    return { type: "path", path: resolvePath(this.ancestors[0]?.directory ?? this.directory, toBytes(locked)) };
  }

  private fromFolder(path: readonly string[], directory: string, isFlake: boolean): Value {
    const { machine } = this.world;
    const name = path.join("/");
    if (machine.io.stat(toText(directory)) === undefined) {
      throw new NixError("io", `the folder of the flake input '${name}' does not exist: ${directory}`);
    }
    if (!isFlake) return sourceInfo(directory).update(Attrs.from([["sourceInfo", sourceInfo(directory)]]));
    if (machine.io.stat(toText(`${directory}/flake.nix`)) === undefined) {
      const error = new NixError("io", `the folder of the flake input '${name}' has no flake.nix: ${directory}`);
      error.help = `write \`inputs.${name}.flake = false;\` when only its files are wanted`;
      throw error;
    }
    const instance = new FlakeInstance(this.world, readFlake(machine, directory), path, [...this.ancestors, this]);
    return instance.self.force();
  }

  /** The input that a `follows` path leads to, seen from this flake; the empty path is the flake itself. */
  private follow(path: readonly string[]): Value {
    let value: Value = path.length === 0 ? this.self.force() : this.inputs;
    path.forEach((step, i) => {
      const inputs = i === 0 ? value : force((value as Attrs).get("inputs") ?? Attrs.empty);
      const slot = inputs instanceof Attrs ? inputs.get(step) : undefined;
      if (slot === undefined) throw new NixError("value", `no input '${path.join("/")}' is there to follow`);
      value = forceAttrs(slot);
    });
    return value;
  }
}

/** The declaration at the end of `a/b/c`, from the flake that `a` belongs to. */
function declared(inputs: FlakeDeclaration["inputs"], path: readonly string[]): InputDeclaration | undefined {
  const [first = "", ...rest] = path;
  const input = inputs.get(first);
  return rest.length === 0 || input === undefined ? input : declared(input.inputs, rest);
}

/** The folder is used where it is: no copy in a store, so its path needs no string context. */
function sourceInfo(directory: string): Attrs {
  return Attrs.from([
    ["lastModified", 0],
    ["lastModifiedDate", "19700101000000"],
    ["outPath", directory],
  ]);
}

function notFetched(name: string, url: string, input: InputDeclaration | undefined): NixError {
  const error = new NixError("io", `the flake input '${name}' is not on this machine, and nhg does not fetch: ${url}`);
  error.help = `fetch it and add \`--override-input ${name} path:FOLDER\``;
  error.span = input?.span;
  return error;
}
