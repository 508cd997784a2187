/**
 * Numbers that YAML 1.1, YAML 1.2 and Go read as the number they are.
 *
 * An integer that JavaScript holds exactly is written as its digits, and so is every `bigint`. Any other
 * number is a float and stays one: it gets a fraction, because without one `1e21` is a string in YAML 1.1
 * and `100000000000000000000` an integer too large for Go's int64.
 */
export function yamlNumber(value: number | bigint): string {
  if (typeof value === "bigint" || isExactInteger(value)) return String(value);
  if (!Number.isFinite(value)) return nonFinite(value);
  const text = Object.is(value, -0) ? "-0" : String(value);
  if (text.includes(".")) return text;
  const exponent = text.indexOf("e");
  return exponent < 0 ? `${text}.0` : `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}

function isExactInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function nonFinite(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  return value > 0 ? ".inf" : "-.inf";
}
