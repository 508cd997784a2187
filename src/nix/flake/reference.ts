/**
 * Flake references: `./charts`, `path:../shared`, `github:owner/repo`, `nixpkgs`. Only those to a folder
 * of this machine can be followed here; the others are recognised so that messages can name them.
 */
import { resolvePath } from "../eval/paths.js";

export type FlakeReference =
  /** An absolute, normalised path (a byte string). */
  | { readonly type: "path"; readonly path: string }
  /** A name for the registry to look up, such as `nixpkgs/nixos-unstable`. */
  | { readonly type: "indirect"; readonly url: string }
  | { readonly type: "remote"; readonly url: string };

const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/;
const registryName = /^[a-zA-Z][a-zA-Z0-9_-]*(\/.*)?$/;

/** `base` is the folder that a relative path starts from. Gives undefined for what is no flake reference. */
export function parseFlakeReference(text: string, base: string): FlakeReference | undefined {
  const protocol = scheme.exec(text)?.[1];
  if (protocol === "path") return { type: "path", path: resolvePath(base, localPath(text.slice("path:".length))) };
  if (protocol === "flake") return { type: "indirect", url: text.slice("flake:".length) };
  if (protocol !== undefined) return { type: "remote", url: text };
  if (/^[./]/.test(text)) return { type: "path", path: resolvePath(base, localPath(text)) };
  return registryName.test(text) ? { type: "indirect", url: text } : undefined;
}

/** Without the query (`?rev=…`, `?dir=…` after it), and with `dir` appended. */
function localPath(text: string): string {
  const [path = "", query = ""] = text.replace(/^\/\/(?=\/)/, "").split("?", 2);
  const directory = /(?:^|&)dir=([^&]*)/.exec(query)?.[1];
  return directory === undefined ? decode(path) : `${decode(path)}/${decode(directory)}`;
}

function decode(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** The attribute form of a reference, `{ type = "github"; owner = …; }`, as a URL to show or to parse. */
export function attributesToUrl(attributes: ReadonlyMap<string, string>): string {
  const get = (name: string) => attributes.get(name) ?? "";
  const type = get("type");
  const format = urlForms[type];
  return format === undefined ? `${type}:${get("url") || get("id")}` : format(get);
}

const urlForms: Readonly<Record<string, (get: (name: string) => string) => string>> = {
  path: (get) => `path:${get("path")}`,
  indirect: (get) =>
    ["flake:", get("id"), ...[get("ref"), get("rev")].filter(Boolean).map((part) => `/${part}`)].join(""),
  git: (get) => `git+${get("url")}`,
  hg: (get) => `hg+${get("url")}`,
  tarball: (get) => get("url"),
  file: (get) => get("url"),
  github: forge("github"),
  gitlab: forge("gitlab"),
  sourcehut: forge("sourcehut"),
};

function forge(name: string): (get: (name: string) => string) => string {
  return (get) => [`${name}:${get("owner")}`, get("repo"), get("ref") || get("rev")].filter(Boolean).join("/");
}
