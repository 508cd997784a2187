/**
 * Checking what a flake gives: charts are generated, derivations evaluated (building them needs real
 * Nix), and each kind of output must be of the type that Nix wants.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isChartLike } from "../../library/index.js";
import { Attrs } from "../../nix/eval/attrs.js";
import { toText } from "../../nix/eval/bytes.js";
import { isDerivation } from "../../nix/eval/equality.js";
import { NixError } from "../../nix/eval/errors.js";
import { forceAttrs, forceString, typeName } from "../../nix/eval/expect.js";
import { force, isFunction, type Slot, type Value } from "../../nix/eval/value.js";
import type { Flake } from "../../nix/flake/flake.js";
import type { Span } from "../../nix/syntax/source.js";
import { chartsIn } from "../charts.js";
import { openLocalFlake } from "../flake-outputs.js";
import type { Session } from "../session.js";
import type { Findings } from "./findings.js";

export interface FlakeCheckOptions {
  /** Whether outputs for other systems than this machine's are looked at when there are some for this one. */
  readonly allSystems: boolean;
}

/** `directory` is a byte string. Gives the names of the derivations that were evaluated and not built. */
export function checkFlake(
  session: Session,
  directory: string,
  findings: Findings,
  options: FlakeCheckOptions,
): readonly string[] {
  const check = new FlakeCheck(session, findings, options);
  check.guard("", () => check.outputs(openLocalFlake(session, directory)));
  return check.notBuilt;
}

type OutputCheck = (check: FlakeCheck, value: Value, name: string, span: Span | undefined) => void;

class FlakeCheck {
  readonly notBuilt: string[] = [];
  /** The same chart often is an output by several names; one look at it is enough. */
  private readonly seen = new Set<Attrs>();

  constructor(
    private readonly session: Session,
    private readonly findings: Findings,
    private readonly options: FlakeCheckOptions,
  ) {}

  guard(name: string, action: () => void): void {
    this.session.attempt(action, (diagnostics) =>
      this.findings.addAll(diagnostics.map((each) => inOutput(each, name))),
    );
  }

  outputs(flake: Flake): void {
    const outputs = forceAttrs(flake.outputs);
    this.members(outputs, "", (name, slot, span) => {
      const systems = perSystem[name];
      if (systems !== undefined) this.eachSystem(forceAttrs(slot), name, systems);
      else (single[name] ?? checkAny)(this, force(slot), name, span);
    });
  }

  /** As in Nix, the outputs for this machine's system alone; where there are none, for any. */
  private eachSystem(systems: Attrs, name: string, check: OutputCheck): void {
    const { system } = this.session.machine.settings;
    const all = this.options.allSystems || !systems.has(system);
    const wanted = all ? systems : systems.filter((each) => each === system);
    this.members(wanted, name, (path, slot) => {
      this.members(forceAttrs(slot), path, (output, value, span) => check(this, force(value), output, span));
    });
  }

  members(set: Attrs, path: string, action: (name: string, slot: Slot, span: Span | undefined) => void): void {
    for (const [i, name] of set.names.entries()) {
      const full = path === "" ? name : `${path}.${name}`;
      this.guard(toText(full), () => action(full, set.values[i] as Slot, set.position(name)));
    }
  }

  isNew(set: Attrs): boolean {
    if (this.seen.has(set)) return false;
    this.seen.add(set);
    return true;
  }

  charts(value: Value): void {
    const { charts, problems } = chartsIn(this.session, value);
    this.findings.addAll(problems);
    for (const { chart } of charts) this.findings.addAll(chart.warnings);
  }

  derivation(set: Attrs, name: string): void {
    forceString(set.get("drvPath") ?? null);
    this.notBuilt.push(toText(name));
  }
}

/** Adds where among the outputs it is, when nothing else says where. */
function inOutput(diagnostic: Diagnostic, name: string): Diagnostic {
  if (name === "" || diagnostic.location !== undefined) return diagnostic;
  return { ...diagnostic, notes: [...(diagnostic.notes ?? []), { message: `in the output '${name}'` }] };
}

const checkChartOrDerivation: OutputCheck = (check, value, name, span) => {
  if (!(value instanceof Attrs)) throw wrongType(name, "a chart or a derivation", value, span);
  if (!check.isNew(value)) return;
  if (isChartLike(value)) check.charts(value);
  else if (isDerivation(value)) check.derivation(value, name);
  else throw wrongType(name, "a chart or a derivation", value, span);
};

const checkDerivation: OutputCheck = (check, value, name, span) => {
  if (!(value instanceof Attrs && isDerivation(value))) throw wrongType(name, "a derivation", value, span);
  check.derivation(value, name);
};

const checkFunction: OutputCheck = (_, value, name, span) => {
  if (!isFunction(value)) throw wrongType(name, "a function", value, span);
};

/** What Nix does not look into, and may be anything. */
const checkNothing: OutputCheck = () => undefined;

/** Outputs of any other name may hold charts. */
const checkAny: OutputCheck = (check, value) => check.charts(value);

const eachMember =
  (inner: OutputCheck): OutputCheck =>
  (check, value, name) =>
    check.members(forceAttrs(value), name, (path, slot, span) => inner(check, force(slot), path, span));

const perSystem: Readonly<Record<string, OutputCheck>> = {
  packages: checkChartOrDerivation,
  checks: checkChartOrDerivation,
  devShells: checkDerivation,
};

const single: Readonly<Record<string, OutputCheck>> = {
  defaultPackage: eachMember(checkChartOrDerivation),
  devShell: eachMember(checkDerivation),
  formatter: eachMember(checkDerivation),
  overlay: checkFunction,
  overlays: eachMember(checkFunction),
  legacyPackages: checkNothing,
  lib: checkNothing,
  apps: checkNothing,
  defaultApp: checkNothing,
  templates: checkNothing,
  defaultTemplate: checkNothing,
  nixosModules: checkNothing,
  nixosModule: checkNothing,
  nixosConfigurations: checkNothing,
  hydraJobs: checkNothing,
  bundlers: checkNothing,
};

function wrongType(name: string, expected: string, value: Value, span: Span | undefined): NixError {
  return new NixError("type", `the flake output '${name}' must be ${expected}, but is ${typeName(value)}`, span);
}
