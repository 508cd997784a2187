/**
 * A float in JSON, as Nix's JSON library writes it: the shortest digits that read back the same, always
 * with a point or an exponent, so that it stays a float; `null` for what JSON cannot say.
 */
export function printJsonFloat(value: number): string {
  if (!Number.isFinite(value)) return "null";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const size = Math.abs(value);
  // Where both write plain digits they write the same.
  if (size >= 1e-4 && size < 1e15) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [mantissa = "", exponent = "0"] = size.toExponential().split("e");
  const power = Number(exponent);
  const sign = value < 0 ? "-" : "";
  return `${sign}${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
