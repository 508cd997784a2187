/**
 * What `derivationStrict` is given, attribute by attribute. An attribute is an environment variable of
 * the build unless its name says more; with `__structuredAttrs` they all go into one JSON document.
 */
import type { Attrs } from "../../eval/attrs.js";
import { coerceToString, concatContext, contextOf, textOf } from "../../eval/coerce.js";
import { NixError } from "../../eval/errors.js";
import { forceBool, forceList, forceString, forceStringNoContext } from "../../eval/expect.js";
import type { Machine } from "../../eval/machine.js";
import { type Context, force, type NixString, type Slot } from "../../eval/value.js";
import { requireFeature } from "../experimental.js";
import { findAlgorithm, type HashAlgorithm } from "../hash/hash.js";
import { toJson } from "../json/serialize.js";
import type { IngestionMethod } from "../store/store-path.js";
import { ingestionMethod } from "./ingestion.js";

export interface DerivationArguments {
  readonly builder: string;
  readonly platform: string;
  readonly args: readonly string[];
  readonly environment: Map<string, string>;
  readonly outputs: readonly string[];
  readonly outputHash: string | undefined;
  readonly outputHashAlgorithm: HashAlgorithm | undefined;
  readonly outputHashMode: IngestionMethod | undefined;
  readonly contentAddressed: boolean;
  readonly impure: boolean;
  /** Everything that any attribute depends on. */
  readonly context: Context;
}

export function readArguments(machine: Machine, attrs: Attrs): DerivationArguments {
  const flag = (name: string) => {
    const slot = attrs.get(name);
    return slot !== undefined && forceBool(slot);
  };
  const structured = flag("__structuredAttrs");
  const reader = new ArgumentReader(machine, structured);
  const ignoreNulls = flag("__ignoreNulls");
  attrs.names.forEach((name, i) => {
    const slot = attrs.values[i] as Slot;
    if (name === "__ignoreNulls" || (ignoreNulls && force(slot) === null)) return;
    try {
      reader.read(name, slot);
    } catch (error) {
      if (error instanceof NixError) error.addFrame(`while evaluating attribute '${name}'`, attrs.position(name));
      throw error;
    }
  });
  return reader.finish();
}

class ArgumentReader implements DerivationArguments {
  builder = "";
  platform = "";
  args: readonly string[] = [];
  readonly environment = new Map<string, string>();
  outputs: readonly string[] = ["out"];
  outputHash: string | undefined;
  outputHashAlgorithm: HashAlgorithm | undefined;
  outputHashMode: IngestionMethod | undefined;
  contentAddressed = false;
  impure = false;
  context: Context = new Set();
  private readonly json: string[] = [];

  constructor(
    private readonly machine: Machine,
    private readonly structured: boolean,
  ) {}

  read(name: string, slot: Slot): void {
    if (name === "args") this.args = forceList(slot).map((element) => this.coerce(element));
    else if (name === "__contentAddressed") this.contentAddressed = this.experimental(slot, "ca-derivations");
    else if (name === "__impure") this.impure = this.experimental(slot, "impure-derivations");
    else if (this.structured) this.readStructured(name, slot);
    else this.readVariable(name, this.coerce(slot));
  }

  finish(): DerivationArguments {
    if (this.structured) this.environment.set("__json", `{${this.json.join(",")}}`);
    if (this.builder === "") throw new NixError("value", "required attribute 'builder' missing");
    if (this.platform === "") throw new NixError("value", "required attribute 'system' missing");
    return this;
  }

  private readStructured(name: string, slot: Slot): void {
    if (name === "__structuredAttrs") return;
    const { text, context } = toJson(this.machine, slot, { copyToStore: true });
    this.json.push(`${JSON.stringify(name)}:${text}`);
    this.context = concatContext(this.context, context);
    if (name === "builder") this.builder = this.take(forceString(slot));
    else if (name === "outputs") this.outputs = checkOutputs(forceList(slot).map(forceStringNoContext));
    else if (special.has(name)) this.readSpecial(name, forceStringNoContext(slot));
  }

  private readVariable(name: string, value: string): void {
    this.environment.set(name, value);
    if (name === "builder") this.builder = value;
    else if (name === "outputs") this.outputs = checkOutputs(value.split(/[ \t\n\r]+/).filter((word) => word !== ""));
    else if (special.has(name)) this.readSpecial(name, value);
  }

  private readSpecial(name: string, value: string): void {
    if (name === "system") this.platform = value;
    else if (name === "outputHash") this.outputHash = value;
    else if (name === "outputHashAlgo") this.outputHashAlgorithm = findAlgorithm(value);
    else this.outputHashMode = ingestionMethod(this.machine, value);
  }

  private experimental(slot: Slot, feature: string): boolean {
    const wanted = forceBool(slot);
    if (wanted) requireFeature(this.machine, feature);
    return wanted;
  }

  private coerce(slot: Slot): string {
    return this.take(coerceToString(this.machine, slot, { coerceMore: true, copyToStore: true }));
  }

  private take(string: string | NixString): string {
    this.context = concatContext(this.context, contextOf(string));
    return textOf(string);
  }
}

const special: ReadonlySet<string> = new Set(["system", "outputHash", "outputHashAlgo", "outputHashMode"]);

function checkOutputs(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new NixError("value", `duplicate derivation output '${name}'`);
    // The set that `derivation` gives has an attribute of that name already.
    if (name === "drvPath") throw new NixError("value", "invalid derivation output name 'drvPath'");
    seen.add(name);
  }
  if (seen.size === 0) throw new NixError("value", "derivation cannot have an empty set of outputs");
  return [...seen].sort();
}
