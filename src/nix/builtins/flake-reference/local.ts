/** `flake:id` (a name to look up in registries) and `path:/folder`. */
import { NixError } from "../../eval/errors.js";
import {
  badUrl,
  branchPattern,
  type ReferenceAttribute,
  reference,
  requiredText,
  revisionPattern,
  textAttribute,
} from "./reference.js";
import type { Scheme } from "./scheme.js";

export const idPattern = /^[a-zA-Z][a-zA-Z0-9_-]*$/;

export const indirect: Scheme = {
  type: "indirect",
  attributes: ["id", "ref", "rev", "narHash"],
  accepts: ({ scheme }) => scheme === "flake",
  fromUrl: ({ path }, text) => {
    const [id = "", first, second, ...rest] = path.split("/").filter((part) => part !== "");
    if (rest.length > 0) throw badUrl(`GitHub URL '${text}' is invalid`);
    if (!idPattern.test(id)) throw badUrl(`'${id}' is not a valid flake ID`);
    return reference({ type: "indirect", id, ...parseVersion(first, second, text) });
  },
  toUrl: (attributes) => {
    const parts = [requiredText(attributes, "id"), textAttribute(attributes, "ref"), textAttribute(attributes, "rev")];
    const path = parts.filter((part) => part !== undefined).join("/");
    return { scheme: "flake", authority: undefined, path, query: new Map() };
  },
};

function parseVersion(first: string | undefined, second: string | undefined, text: string) {
  if (first === undefined) return {};
  if (second === undefined && revisionPattern.test(first)) return { rev: first.toLowerCase() };
  if (!branchPattern.test(first)) {
    const expected = second === undefined ? "a commit hash or branch/tag name" : "a branch/tag name";
    throw badUrl(`in flake URL '${text}', '${first}' is not ${expected}`);
  }
  if (second === undefined) return { ref: first };
  if (!revisionPattern.test(second)) throw badUrl(`in flake URL '${text}', '${second}' is not a commit hash`);
  return { ref: first, rev: second.toLowerCase() };
}

export const path: Scheme = {
  type: "path",
  attributes: ["path", "rev", "revCount", "lastModified", "narHash"],
  accepts: ({ scheme }) => scheme === "path",
  fromUrl: ({ authority, path, query }, text) => {
    if (authority) throw new NixError("value", `path URL '${text}' should not have an authority ('${authority}')`);
    const attributes: Record<string, ReferenceAttribute> = { type: "path", path };
    for (const [name, value] of query) attributes[name] = parsePathParameter(name, value, text);
    return reference(attributes);
  },
  toUrl: (attributes) => {
    const query = new Map<string, string>();
    for (const [name, value] of attributes) if (name !== "type" && name !== "path") query.set(name, String(value));
    return { scheme: "path", authority: undefined, path: requiredText(attributes, "path"), query };
  },
};

function parsePathParameter(name: string, value: string, text: string): ReferenceAttribute {
  if (name === "rev" || name === "narHash") return value;
  if (name !== "revCount" && name !== "lastModified") {
    throw new NixError("value", `path URL '${text}' has unsupported parameter '${name}'`);
  }
  if (!/^[0-9]{1,19}$/.test(value)) throw new NixError("value", `path URL '${text}' has invalid parameter '${name}'`);
  return BigInt(value);
}
