/**
 * Arithmetic on Nix numbers. Ints are 64 bits wide and do not wrap: a result that does not fit is an
 * error. An int and a float make a float. The safe range of JavaScript numbers is computed as such;
 * what leaves it goes through `bigint`.
 */
import { NixError } from "./errors.js";
import { forceDouble, typeError } from "./expect.js";
import { isInt, NixFloat, type NixInt, normalizeInt, type Value } from "./value.js";

export type NixNumber = NixInt | NixFloat;

const minInt = -(2n ** 63n);
const maxInt = 2n ** 63n - 1n;

/** Whether an integer of any size fits into 64 bits. */
export function fitsInt(value: bigint): boolean {
  return value >= minInt && value <= maxInt;
}

export function add(a: Value, b: Value): NixNumber {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  if (isInt(a) && isInt(b)) return checked(BigInt(a) + BigInt(b), "adding", a, "+", b);
  return new NixFloat(toDouble(a, b) + toDouble(b, a));
}

export function sub(a: Value, b: Value): NixNumber {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  if (isInt(a) && isInt(b)) return checked(BigInt(a) - BigInt(b), "subtracting", a, "-", b);
  return new NixFloat(toDouble(a, b) - toDouble(b, a));
}

export function mul(a: Value, b: Value): NixNumber {
  if (typeof a === "number" && typeof b === "number") {
    // A product that comes out safe was not rounded. Adding 0 turns -0 into 0: ints have only one.
    const product = a * b + 0;
    if (Number.isSafeInteger(product)) return product;
  }
  if (isInt(a) && isInt(b)) return checked(BigInt(a) * BigInt(b), "multiplying", a, "*", b);
  return new NixFloat(toDouble(a, b) * toDouble(b, a));
}

/** Ints are divided towards zero. */
export function div(a: Value, b: Value): NixNumber {
  if (isInt(a) && isInt(b)) {
    if (b === 0) throw divisionByZero();
    if (typeof a === "number" && typeof b === "number") return Math.trunc(a / b) + 0;
    return checked(BigInt(a) / BigInt(b), "dividing", a, "/", b);
  }
  // Nix looks at the divisor first, and as a float.
  const divisor = forceDouble(b);
  if (divisor === 0) throw divisionByZero();
  return new NixFloat(toDouble(a, b) / divisor);
}

function checked(result: bigint, doing: string, a: NixInt, operator: string, b: NixInt): NixInt {
  if (fitsInt(result)) return normalizeInt(result);
  throw new NixError("value", `integer overflow in ${doing} ${a} ${operator} ${b}`);
}

function divisionByZero(): NixError {
  return new NixError("value", "division by zero");
}

/** `other` decides which of the two number types Nix asks for when `value` is neither. */
function toDouble(value: Value, other: Value): number {
  if (value instanceof NixFloat) return value.value;
  if (isInt(value)) return Number(value);
  throw typeError(other instanceof NixFloat ? "a float" : "an integer", value);
}
