/** Numbers, truth values, dates and times of TOML 1.0, by their spelling. */
import { NixFloat, normalizeInt } from "../../eval/value.js";
import { TomlTime, type TomlValue } from "./document.js";

/** Whatever stands for itself without quotes reaches to here. */
export const barePattern = /[0-9A-Za-z+\-_.:]+(?: [0-9]{2}:[0-9:.]+(?:Z|z|[+-][0-9:]+)?)?/y;

/** `undefined` when the text is none of them. */
export function parseScalar(text: string): TomlValue | undefined {
  if (text === "true") return true;
  if (text === "false") return false;
  return parseInteger(text) ?? parseFloating(text) ?? parseTime(text);
}

const decimal = /^[+-]?(?:0|[1-9](?:_?[0-9])*)$/;
const prefixed = /^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;

/** `undefined` also when the number does not fit into 64 bits. */
function parseInteger(text: string): TomlValue | undefined {
  if (!decimal.test(text) && !prefixed.test(text)) return undefined;
  const digits = text.replace(/^\+|_/g, "");
  const value = digits.startsWith("-") ? -BigInt(digits.slice(1)) : BigInt(digits);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? normalizeInt(value) : undefined;
}

const float = /^[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/;

function parseFloating(text: string): NixFloat | undefined {
  const special = /^([+-]?)(inf|nan)$/.exec(text);
  if (special !== null) {
    const value = special[2] === "inf" ? Number.POSITIVE_INFINITY : Number.NaN;
    return new NixFloat(special[1] === "-" ? -value : value);
  }
  if (!float.test(text) || !/[.eE]/.test(text)) return undefined;
  return new NixFloat(Number(text.replaceAll("_", "")));
}

const time =
  /^(?:([0-9]{4})-([0-9]{2})-([0-9]{2}))?(?:([Tt ])?([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?$/;

function parseTime(text: string): TomlTime | undefined {
  const match = time.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, separator, hour, minute, second, fraction, offset] = match;
  // Between a date and a time there is a separator, and only both together have an offset.
  if ((year !== undefined && hour !== undefined) !== (separator !== undefined)) return undefined;
  if (year === undefined && (hour === undefined || offset !== undefined)) return undefined;
  if (year !== undefined && !isDate(Number(year), Number(month), Number(day))) return undefined;
  if (hour !== undefined && !(Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60)) return undefined;
  const date = year === undefined ? "" : `${year}-${month}-${day}`;
  const clock = hour === undefined ? "" : `${hour}:${minute}:${second}${printFraction(fraction)}${printOffset(offset)}`;
  return new TomlTime(date + (separator === undefined ? "" : "T") + clock);
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** To the nanosecond, in groups of three digits; groups of zeros at the end are left out. */
function printFraction(fraction: string | undefined): string {
  const groups = (fraction ?? "")
    .slice(0, 9)
    .padEnd(9, "0")
    .replace(/(?:000)+$/, "");
  return groups === "" ? "" : `.${groups}`;
}

function printOffset(offset: string | undefined): string {
  if (offset === undefined) return "";
  return /^(?:[Zz]|[+-]00:00)$/.test(offset) ? "Z" : offset;
}
