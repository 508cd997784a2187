/** Repositories (`git+https:`, `hg+ssh:`, …) and downloads (`https:`, `tarball+file:`, …). */
import { badUrl, type Reference, type ReferenceAttribute, reference, requiredText } from "./reference.js";
import type { Scheme } from "./scheme.js";
import { type FlakeUrl, parseUrl, printUrl } from "./url.js";

interface RepositoryKind {
  readonly type: string;
  /** What the URL's scheme begins with. */
  readonly prefix: string;
  readonly schemes: readonly string[];
  readonly texts: readonly string[];
  readonly flags: readonly string[];
}

/** Parameters that the scheme does not know belong to the repository's own URL. */
function repository({ type, prefix, schemes, texts, flags }: RepositoryKind): Scheme {
  return {
    type,
    attributes: [...texts, ...flags, "url", "lastModified", "revCount", "narHash", "name", "dirtyRev", "dirtyShortRev"],
    accepts: ({ scheme }) => schemes.includes(scheme),
    fromUrl: (url) => {
      const attributes: Record<string, ReferenceAttribute> = { type };
      const query = new Map(url.query);
      for (const [name, value] of url.query) {
        if (texts.includes(name)) attributes[name] = value;
        else if (flags.includes(name)) attributes[name] = value === "1";
        else continue;
        query.delete(name);
      }
      const scheme = url.scheme.startsWith(prefix) ? url.scheme.slice(prefix.length) : url.scheme;
      return reference({ ...attributes, url: printUrl({ ...url, scheme, query }) });
    },
    toUrl: (attributes) => {
      const url = ownUrl(attributes);
      const query = new Map(url.query);
      for (const name of texts) if (attributes.has(name)) query.set(name, requiredText(attributes, name));
      for (const name of flags) if (attributes.get(name) === true) query.set(name, "1");
      return { ...url, scheme: schemes.includes(url.scheme) ? url.scheme : prefix + url.scheme, query };
    },
  };
}

function ownUrl(attributes: Reference): FlakeUrl {
  const text = requiredText(attributes, "url");
  const url = parseUrl(text);
  if (url === undefined) throw badUrl(`'${text}' is not a valid URL`);
  return url;
}

const transports = ["http", "https", "ssh", "file"];

export const git = repository({
  type: "git",
  prefix: "git+",
  schemes: ["git", ...transports.map((transport) => `git+${transport}`)],
  texts: ["ref", "rev", "keytype", "publicKey", "publicKeys"],
  flags: ["shallow", "submodules", "lfs", "exportIgnore", "allRefs", "verifyCommit"],
});

export const mercurial = repository({
  type: "hg",
  prefix: "hg+",
  schemes: transports.map((transport) => `hg+${transport}`),
  texts: ["ref", "rev"],
  flags: [],
});

/** A flake is a folder, so what is downloaded without further words is taken for an archive. */
function download(type: string, schemes: readonly string[]): Scheme {
  return {
    type,
    attributes: ["url", "narHash", "name", "unpack", "rev", "revCount", "lastModified"],
    accepts: ({ scheme }) => schemes.includes(scheme),
    fromUrl: (url) => {
      const query = new Map(url.query);
      const known: Record<string, ReferenceAttribute> = { type };
      for (const name of ["narHash", "rev"]) {
        const value = query.get(name);
        if (value !== undefined) known[name] = value;
        query.delete(name);
      }
      for (const name of ["revCount", "lastModified"]) {
        const value = query.get(name);
        if (value === undefined || !/^[0-9]{1,19}$/.test(value)) continue;
        known[name] = BigInt(value);
        query.delete(name);
      }
      return reference({ ...known, url: printUrl({ ...url, scheme: url.scheme.replace(`${type}+`, ""), query }) });
    },
    toUrl: (attributes) => {
      const url = ownUrl(attributes);
      const query = new Map(url.query);
      if (attributes.has("narHash")) query.set("narHash", requiredText(attributes, "narHash"));
      return { ...url, query };
    },
  };
}

const downloads = ["http", "https", "file"];

export const tarball = download("tarball", [...downloads, ...downloads.map((scheme) => `tarball+${scheme}`)]);
export const file = download(
  "file",
  downloads.map((scheme) => `file+${scheme}`),
);
