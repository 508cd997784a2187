/** The functions of the library that are TypeScript; the rest is Nix, in functions.nix.ts. */
import { Attrs } from "../nix/eval/attrs.js";
import type { Builtin } from "../nix/eval/builtin.js";
import { toBytes } from "../nix/eval/bytes.js";
import { textOf } from "../nix/eval/coerce.js";
import { forceAttrs } from "../nix/eval/expect.js";
import { force, isString, PrimOp, type Slot } from "../nix/eval/value.js";
import { toPlain } from "../nix/plain.js";
import { chartFromConfig, checkConfig, groupFromInput } from "./chart-value.js";
import { recursiveUpdate } from "./recursive-update.js";
import { checkResources } from "./resources-check.js";

const rows: readonly Builtin[] = [
  {
    name: "mkChart",
    args: ["config"],
    doc: "The chart that a config describes. Throws when the config is wrong, with every problem.",
    pure: true,
    call: (machine, config) => chartFromConfig(machine, config as Slot),
  },
  {
    name: "mkMultiChart",
    args: ["charts"],
    doc: "Several charts as one unit, in the order of their needs, with what they share written once.",
    pure: true,
    call: (machine, input) => groupFromInput(machine, input as Slot),
  },
  {
    name: "validateChartConfig",
    args: ["config"],
    doc: "The config itself when it is right. In a string it is a comment of a shell script that says so.",
    pure: true,
    call: (machine, slot) => {
      const config = forceAttrs(slot as Slot);
      checkConfig(machine, config);
      return config.update(validity);
    },
  },
  {
    name: "validateResources",
    args: ["resources"],
    doc: "The compute resources themselves when no request exceeds its limit, compared as quantities.",
    pure: true,
    call: (machine, slot) => {
      const resources = forceAttrs(slot as Slot);
      checkResources(resources, toPlain(machine, resources));
      return resources;
    },
  },
  {
    name: "recursiveUpdate",
    args: ["left", "right"],
    doc: "Merges sets deeply; the right side wins, and only sets are merged with sets.",
    pure: true,
    call: (_, left, right) => recursiveUpdate(left as Slot, right as Slot),
  },
];

export const generator = Attrs.from(rows.map((row) => [row.name, new PrimOp(row)] as const));

const toStringRow: Builtin = {
  name: "__toString",
  args: ["config"],
  doc: "A shell comment that says that the config is valid.",
  pure: true,
  call: (_, slot) => {
    const config = forceAttrs(slot as Slot);
    return toBytes(
      `# ${textAttribute(config, "name")} ${textAttribute(config, "version")}: the chart's config is valid`,
    );
  },
};

const validity = Attrs.from([["__toString", new PrimOp(toStringRow)]]);

function textAttribute(config: Attrs, name: string): string {
  const value = force(config.get(name) ?? null);
  return isString(value) ? textOf(value) : "";
}
