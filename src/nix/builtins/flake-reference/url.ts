/** URLs as flake references use them. All text is byte strings; percent signs are decoded. */
import { NixError } from "../../eval/errors.js";

export interface FlakeUrl {
  readonly scheme: string;
  /** Such as `user@host:22`; absent without `//`. */
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
}

const pattern = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** `undefined` when the text has no scheme. */
export function parseUrl(text: string): FlakeUrl | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, scheme = "", authority, path = "", query = "", fragment = ""] = match;
  return {
    scheme,
    authority,
    path: percentDecode(path),
    query: parseQuery(query),
    fragment: percentDecode(fragment),
  };
}

/** Of equal names the first counts. */
export function parseQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const part of text.split("&")) {
    const equals = part.indexOf("=");
    const name = percentDecode(part.slice(0, Math.max(equals, 0)));
    if (equals >= 0 && !query.has(name)) query.set(name, percentDecode(part.slice(equals + 1)));
  }
  return query;
}

function percentDecode(text: string): string {
  return text.replace(/%(..?)?/gs, (whole, digits: string | undefined) => {
    if (digits === undefined || !/^[0-9A-Fa-f]{2}$/.test(digits)) {
      throw new NixError("value", `invalid URI parameter '${text}': bad percent encoding '${whole}'`);
    }
    return String.fromCharCode(Number.parseInt(digits, 16));
  });
}

export function printUrl({ scheme, authority, path, query }: Omit<FlakeUrl, "fragment">): string {
  const place = authority === undefined ? "" : `//${authority}`;
  return `${scheme}:${place}${percentEncode(path, /[A-Za-z0-9._~!$&'"()*+,;=:@/-]/)}${printQuery(query)}`;
}

function printQuery(query: ReadonlyMap<string, string>): string {
  if (query.size === 0) return "";
  const allowed = /[A-Za-z0-9._~!$'"()*,;:@/?-]/;
  const parts = [...query.keys()].sort().map((name) => {
    return `${percentEncode(name, allowed)}=${percentEncode(query.get(name) as string, allowed)}`;
  });
  return `?${parts.join("&")}`;
}

function percentEncode(text: string, allowed: RegExp): string {
  return text.replace(/./gs, (character) => {
    if (allowed.test(character)) return character;
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
}
