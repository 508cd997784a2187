/**
 * Decimal digits as C prints them. JavaScript's `toFixed` and `toExponential` round what lies exactly between
 * two results away from zero, C's `printf` to the even one: `toString 0.0078125` is "0.007812".
 */

/** Enough digits to tell a tie from its neighbouring doubles. */
const spare = 25;

/** `%.{digits}e`, with JavaScript's spelling of the exponent. */
export function toExponential(value: number, digits: number): string {
  const [mantissa = "", exponent] = value.toExponential(digits + spare).split("e");
  return isTieToEven(mantissa) ? `${mantissa.slice(0, -spare)}e${exponent}` : value.toExponential(digits);
}

/** `%.{digits}f`, for numbers below 1e21. */
export function toFixed(value: number, digits: number): string {
  const exact = value.toFixed(digits + spare);
  return isTieToEven(exact) ? exact.slice(0, -spare).replace(/\.$/, "") : value.toFixed(digits);
}

/** Whether all that is cut off is a 5, and the digit before it is even. */
function isTieToEven(exact: string): boolean {
  return tie.test(exact.slice(-spare)) && /[02468]\.?$/.test(exact.slice(0, -spare));
}

const tie = /^50*$/;
