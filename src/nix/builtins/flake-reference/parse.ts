/** Flake references as text and as attributes. */
import { NixError } from "../../eval/errors.js";
import { canonicalPath } from "../../eval/paths.js";
import { forges } from "./forges.js";
import { idPattern, indirect, path } from "./local.js";
import { type Reference, requiredText, textAttribute } from "./reference.js";
import { file, git, mercurial, tarball } from "./remote.js";
import type { Scheme } from "./scheme.js";
import { type FlakeUrl, parseQuery, parseUrl, printUrl } from "./url.js";

const schemes: readonly Scheme[] = [indirect, path, ...forges, git, mercurial, tarball, file];

/** A text with a `#fragment` is refused: that would name something inside the flake. */
export function parseReference(text: string): Reference {
  const url = shorthand(text) ?? parseUrl(text) ?? pathUrl(text);
  if (url.fragment !== "") {
    throw new NixError("value", `unexpected fragment '${url.fragment}' in flake reference '${text}'`);
  }
  const scheme = schemes.find(({ accepts }) => accepts(url));
  if (scheme === undefined) throw new NixError("value", `input '${text}' is unsupported`);
  const query = new Map(url.query);
  const dir = query.get("dir");
  query.delete("dir");
  const attributes = scheme.fromUrl({ ...url, query }, text);
  return dir === undefined || dir === "" ? attributes : new Map([...attributes, ["dir", dir]]);
}

/** `nixpkgs` and `nixpkgs/branch`, short for `flake:nixpkgs/branch`. */
function shorthand(text: string): FlakeUrl | undefined {
  const [, path = "", fragment = ""] = /^([^#]*)(?:#(.*))?$/s.exec(text) ?? [];
  const [id = "", ...version] = path.split("/");
  if (!idPattern.test(id) || version.length > 2) return undefined;
  if (!version.every((part) => /^[a-zA-Z0-9@][a-zA-Z0-9_.@+-]*$/.test(part))) return undefined;
  return { scheme: "flake", authority: undefined, path, query: new Map(), fragment };
}

/** A bare path, which has to be absolute: there is no folder that it could be relative to. */
function pathUrl(text: string): FlakeUrl {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  if (!path.startsWith("/")) {
    throw new NixError("value", `flake reference '${text}' is not an absolute path`);
  }
  return { scheme: "path", authority: undefined, path: canonicalPath(path), query: parseQuery(query), fragment };
}

export function printReference(attributes: Reference): string {
  const type = textAttribute(attributes, "type");
  if (type === undefined) {
    throw new NixError("value", "'type' attribute to specify input scheme is required but not provided");
  }
  const scheme = schemes.find((candidate) => candidate.type === type);
  if (scheme === undefined) throw new NixError("value", `cannot show unsupported input of type '${type}'`);
  const input = new Map(attributes);
  input.delete("dir");
  for (const name of input.keys()) {
    if (name === "type" || scheme.attributes.includes(name)) continue;
    throw new NixError("value", `input attribute '${name}' not supported by scheme '${type}'`);
  }
  const url = scheme.toUrl(input);
  if (!attributes.has("dir")) return printUrl(url);
  return printUrl({ ...url, query: new Map([...url.query, ["dir", requiredText(attributes, "dir")]]) });
}
