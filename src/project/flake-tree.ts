/** `nhg flake show`: the outputs of a flake and what each is. */
import { isChartLike, readChart } from "../library/index.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toText } from "../nix/eval/bytes.js";
import { textOf } from "../nix/eval/coerce.js";
import { isDerivation } from "../nix/eval/equality.js";
import { forceAttrs, forceString } from "../nix/eval/expect.js";
import { force, isFunction, type Slot, type Value } from "../nix/eval/value.js";
import { openLocalFlake } from "./flake-outputs.js";
import type { Session } from "./session.js";

export interface FlakeNode {
  /** What a leaf is. */
  readonly description?: string;
  readonly members?: Readonly<Record<string, FlakeNode>>;
}

/** How deep the outputs of each kind lie; of other kinds, only that they are there. */
const depths: Readonly<Record<string, number>> = {
  packages: 2,
  checks: 2,
  devShells: 2,
  apps: 2,
  charts: 2,
  defaultPackage: 1,
  devShell: 1,
  formatter: 1,
  overlays: 1,
  templates: 1,
  nixosModules: 1,
};

/** `directory` is a byte string. */
export function flakeTree(session: Session, directory: string): FlakeNode {
  const outputs = forceAttrs(openLocalFlake(session, directory).outputs);
  return members(outputs, (name, slot) => describe(session, slot, depths[name] ?? 0));
}

function members(set: Attrs, describeOne: (name: string, slot: Slot) => FlakeNode): FlakeNode {
  return {
    members: Object.fromEntries(
      set.names.map((name, i) => [toText(name), describeOne(name, set.values[i] as Slot)] as const),
    ),
  };
}

/** One broken output leaves the others to be shown. */
function describe(session: Session, slot: Slot, depth: number): FlakeNode {
  return session.attempt<FlakeNode>(
    () => describeValue(session, force(slot), depth),
    ([first]) => ({ description: `broken: ${first?.message.split("\n")[0]}` }),
  );
}

function describeValue(session: Session, value: Value, depth: number): FlakeNode {
  if (isFunction(value)) return { description: "function" };
  if (!(value instanceof Attrs)) return { description: "unknown" };
  if (isChartLike(value)) return describeChart(session, value);
  if (isDerivation(value)) return { description: `derivation '${textAttribute(value, "name")}'` };
  if (depth > 0) return members(value, (_, slot) => describe(session, slot, depth - 1));
  return { description: value.has("type") ? textAttribute(value, "type") : "set" };
}

function describeChart(session: Session, value: Attrs): FlakeNode {
  const chart = readChart(session.machine, value);
  return { description: `chart '${chart?.name} ${chart?.version}'` };
}

function textAttribute(set: Attrs, name: string): string {
  return toText(textOf(forceString(set.get(name) ?? null)));
}
