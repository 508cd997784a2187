/** Ranges of addresses in CIDR form, as network policies have them. */
import { quote } from "./names.js";

/** What is wrong with a range, in a sentence; `undefined` when nothing is. */
export function cidrProblem(text: string): string | undefined {
  const [, address = "", bits = ""] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const width = isIpv4(address) ? 32 : isIpv6(address) ? 128 : undefined;
  if (width === undefined) return `${quote(text)} is not a range of addresses, such as 10.0.0.0/8`;
  if (Number(bits) <= width) return undefined;
  return `${quote(text)} is not a range of addresses: what follows the "/" must be at most ${width}`;
}

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(\\.${octet}){3}$`);

function isIpv4(address: string): boolean {
  return ipv4.test(address);
}

/** Eight groups of four hexadecimal digits; `::` stands for those that are zero, an IPv4 address for the last two. */
function isIpv6(address: string): boolean {
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const mixed = last.includes(".") && address.endsWith(last);
  const hex = mixed ? groups.slice(0, -1) : groups;
  if ((mixed && !isIpv4(last)) || !hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const count = hex.length + (mixed ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}
