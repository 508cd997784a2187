/**
 * Kubernetes quantities (`500m`, `1.5Gi`, `1e3`), read exactly. A quantity is kept as the integer and
 * the two powers it is multiplied by, so that nothing is rounded: comparing brings both to the same powers.
 */

export interface Quantity {
  /** The digits as written, without the decimal point; negative for a negative quantity. */
  readonly digits: bigint;
  readonly powerOfTen: number;
  readonly powerOfTwo: number;
}

interface Scale {
  readonly ten: number;
  readonly two: number;
}

/** Every suffix of the Kubernetes API, largest of each family last. */
const suffixes: ReadonlyMap<string, Scale> = new Map([
  ["n", { ten: -9, two: 0 }],
  ["u", { ten: -6, two: 0 }],
  ["m", { ten: -3, two: 0 }],
  ["", { ten: 0, two: 0 }],
  ["k", { ten: 3, two: 0 }],
  ["M", { ten: 6, two: 0 }],
  ["G", { ten: 9, two: 0 }],
  ["T", { ten: 12, two: 0 }],
  ["P", { ten: 15, two: 0 }],
  ["E", { ten: 18, two: 0 }],
  ["Ki", { ten: 0, two: 10 }],
  ["Mi", { ten: 0, two: 20 }],
  ["Gi", { ten: 0, two: 30 }],
  ["Ti", { ten: 0, two: 40 }],
  ["Pi", { ten: 0, two: 50 }],
  ["Ei", { ten: 0, two: 60 }],
]);

const pattern = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d{1,3})|([A-Za-z]*))$/;

/** What may be written where Kubernetes expects a quantity. */
export type QuantityLike = string | number | bigint;

/** The quantity that a text or number stands for; `undefined` when it is none. */
export function parseQuantity(value: QuantityLike): Quantity | undefined {
  const match = pattern.exec(String(value));
  if (match === null || String(value).length > 256) return undefined;
  const [, sign, whole = "", fraction = match[4] ?? "", , exponent, suffix = ""] = match;
  const scale = suffixes.get(suffix);
  if (scale === undefined) return undefined;
  const magnitude = BigInt(`${whole}${fraction}`);
  return {
    digits: sign === "-" ? -magnitude : magnitude,
    powerOfTen: scale.ten - fraction.length + Number(exponent ?? 0),
    powerOfTwo: scale.two,
  };
}

/**
 * Negative, zero or positive as `left` is less than, equal to or greater than `right`:
 * `1000m` equals `1`, and `1Gi` is greater than `512Mi`.
 * @throws RangeError when either is not a quantity.
 */
export function compareQuantities(left: QuantityLike, right: QuantityLike): number {
  const a = demandQuantity(left);
  const b = demandQuantity(right);
  const ten = Math.min(a.powerOfTen, b.powerOfTen);
  const two = Math.min(a.powerOfTwo, b.powerOfTwo);
  const difference = scaled(a, ten, two) - scaled(b, ten, two);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function demandQuantity(value: QuantityLike): Quantity {
  const quantity = parseQuantity(value);
  if (quantity === undefined) throw new RangeError(quantityProblem(value));
  return quantity;
}

function scaled(quantity: Quantity, ten: number, two: number): bigint {
  return quantity.digits * 10n ** BigInt(quantity.powerOfTen - ten) * 2n ** BigInt(quantity.powerOfTwo - two);
}

/** Why a value is not a quantity; `undefined` when it is one. */
export function quantityProblem(value: QuantityLike): string | undefined {
  if (parseQuantity(value) !== undefined) return undefined;
  return `${JSON.stringify(String(value))} is not a quantity, such as 500m, 2, 128Mi or 1Gi`;
}

/** A quantity that was probably meant: `512mb` for `512M`, `1 Gi` for `1Gi`. */
export function suggestQuantity(value: QuantityLike): string | undefined {
  const match = /^\s*([\d.]+)\s*([A-Za-z]+)\s*$/.exec(String(value));
  if (match === null) return undefined;
  const [, digits = "", unit = ""] = match;
  const family = unit.toLowerCase().replace(/b(yte)?s?$/, "");
  const suffix = [...suffixes.keys()].find((known) => known.toLowerCase() === family && known !== "m");
  return suffix === undefined || parseQuantity(digits) === undefined ? undefined : `${digits}${suffix}`;
}
