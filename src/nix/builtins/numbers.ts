/** Numbers: arithmetic, rounding, bits, order. */
import { add, div, mul, sub } from "../eval/arithmetic.js";
import type { Builtin } from "../eval/builtin.js";
import { lessThan } from "../eval/equality.js";
import { NixError } from "../eval/errors.js";
import { forceInt, typeError } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { printFloat } from "../eval/print.js";
import { force, isInt, NixFloat, type NixInt, normalizeInt, type Slot, type Value } from "../eval/value.js";

export const numbers: readonly Builtin[] = [
  { name: "add", args: ["a", "b"], doc: "The sum of two numbers.", pure: true, call: arithmetic(add) },
  { name: "sub", args: ["a", "b"], doc: "`a` less `b`.", pure: true, call: arithmetic(sub) },
  { name: "mul", args: ["a", "b"], doc: "The product of two numbers.", pure: true, call: arithmetic(mul) },
  {
    name: "div",
    args: ["a", "b"],
    doc: "`a` divided by `b`; between integers the result is cut towards zero.",
    pure: true,
    call: arithmetic(div),
  },
  {
    name: "lessThan",
    args: ["a", "b"],
    doc: "Whether `a` comes before `b`: what `a < b` means.",
    pure: true,
    call: (_, a, b) => lessThan(a as Slot, b as Slot),
  },
  {
    name: "ceil",
    args: ["number"],
    doc: "The smallest integer that is not below the number.",
    pure: true,
    call: rounding(Math.ceil),
  },
  {
    name: "floor",
    args: ["number"],
    doc: "The largest integer that is not above the number.",
    pure: true,
    call: rounding(Math.floor),
  },
  {
    name: "bitAnd",
    args: ["a", "b"],
    doc: "The bits that both integers have set.",
    pure: true,
    call: bitwise((a, b) => a & b),
  },
  {
    name: "bitOr",
    args: ["a", "b"],
    doc: "The bits that either integer has set.",
    pure: true,
    call: bitwise((a, b) => a | b),
  },
  {
    name: "bitXor",
    args: ["a", "b"],
    doc: "The bits that exactly one of the integers has set.",
    pure: true,
    call: bitwise((a, b) => a ^ b),
  },
];

function arithmetic(operation: (a: Value, b: Value) => Value) {
  return (_: Machine, a: Slot, b: Slot): Value => {
    const left = force(a);
    return operation(left, force(b));
  };
}

function bitwise(operation: (a: bigint, b: bigint) => bigint) {
  return (_: Machine, a: Slot, b: Slot): NixInt => {
    const left = BigInt(forceInt(a));
    return normalizeInt(operation(left, BigInt(forceInt(b))));
  };
}

/** 2^63, the first double beyond the integers. */
const limit = 2 ** 63;

function rounding(round: (value: number) => number) {
  return (_: Machine, slot: Slot): NixInt => {
    const value = force(slot);
    if (isInt(value)) return roundInt(value);
    if (!(value instanceof NixFloat)) throw typeError("a float", value);
    const rounded = round(value.value);
    if (rounded >= -limit && rounded < limit) return normalizeInt(BigInt(rounded));
    throw new NixError("value", `NixFloat argument ${printFloat(value.value)} is not in the range of NixInt`);
  };
}

/** Nix sends ints through a float, and refuses those that would come back changed. */
function roundInt(value: NixInt): NixInt {
  if (typeof value === "number") return value;
  const rounded = BigInt(Number(value));
  if (rounded === value) return value;
  const bug = "Due to a bug (see https://github.com/NixOS/nix/issues/12899)";
  const hope = "\n\tFuture Nix versions might implement the correct behavior.";
  throw new NixError(
    "value",
    rounded >= 2n ** 63n
      ? `${bug} the NixInt argument ${value} caused undefined behavior in previous Nix versions.${hope}`
      : `${bug} a loss of precision occured in previous Nix versions because the NixInt argument ${value} was rounded to ${rounded}.${hope}`,
  );
}
