/**
 * A float in JSON, as Nix's JSON library writes it: the shortest digits that read back the same, always
 * with a point or an exponent, so that it stays a float; `null` for what JSON cannot say.
 */
export function printJsonFloat(value: number): string {
  if (!Number.isFinite(value)) return "null";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  return (value < 0 ? "-" : "") + layOut(digits, Number(exponent) + 1);
}

/** `point` is where the point stands, counted from before the first digit. */
function layOut(digits: string, point: number): string {
  if (digits.length <= point && point <= 15) return `${digits.padEnd(point, "0")}.0`;
  if (point > 0 && point <= 15) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  if (point > -4 && point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  const power = point - 1;
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${digits.charAt(0)}${fraction}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
