/** `github:owner/repo`, `gitlab:…`, `sourcehut:…`: archives that forges make of repositories. */
import { badUrl, branchPattern, reference, requiredText, revisionPattern, textAttribute } from "./reference.js";
import type { Scheme } from "./scheme.js";

const hostPattern = /^[a-zA-Z0-9.-]*$/;

function forge(type: string): Scheme {
  return {
    type,
    attributes: ["owner", "repo", "ref", "rev", "narHash", "lastModified", "host", "treeHash"],
    accepts: ({ scheme }) => scheme === type,
    fromUrl: ({ path, query }, text) => {
      const [owner, repo, ...rest] = path.split("/").filter((part) => part !== "");
      if (owner === undefined || repo === undefined) throw badUrl(`URL '${text}' is invalid`);
      const version = parseVersion(rest, text);
      const rev = only(version.rev, query.get("rev"), `URL '${text}' contains multiple commit hashes`);
      const ref = only(version.ref, query.get("ref"), `URL '${text}' contains multiple branch/tag names`);
      const host = query.get("host");
      if (ref !== undefined && !branchPattern.test(ref)) {
        throw badUrl(`URL '${text}' contains an invalid branch/tag name`);
      }
      if (host !== undefined && !hostPattern.test(host))
        throw badUrl(`URL '${text}' contains an invalid instance host`);
      if (ref !== undefined && rev !== undefined) {
        throw badUrl(`URL '${text}' contains both a commit hash and a branch/tag name ${ref} ${rev}`);
      }
      return reference({ type, owner, repo, ref, rev, host, narHash: query.get("narHash") });
    },
    toUrl: (attributes) => {
      const version = textAttribute(attributes, "ref") ?? textAttribute(attributes, "rev");
      const parts = [requiredText(attributes, "owner"), requiredText(attributes, "repo")];
      const query = new Map<string, string>();
      for (const name of ["narHash", "host"]) {
        const value = textAttribute(attributes, name);
        if (value !== undefined) query.set(name, value);
      }
      return {
        scheme: type,
        authority: undefined,
        path: [...parts, ...(version === undefined ? [] : [version])].join("/"),
        query,
      };
    },
  };
}

/** What follows owner and repository: a commit, or a branch, whose name may have slashes. */
function parseVersion(parts: readonly string[], text: string): { ref?: string; rev?: string } {
  if (parts.length === 0) return {};
  const version = parts.join("/");
  if (parts.length === 1 && revisionPattern.test(version)) return { rev: version.toLowerCase() };
  if (branchPattern.test(version)) return { ref: version };
  const expected = parts.length === 1 ? "a commit hash or branch/tag name" : "a branch/tag name";
  throw badUrl(`in URL '${text}', '${version}' is not ${expected}`);
}

function only(first: string | undefined, second: string | undefined, problem: string): string | undefined {
  if (first !== undefined && second !== undefined) throw badUrl(problem);
  return first ?? second;
}

export const forges: readonly Scheme[] = ["github", "gitlab", "sourcehut"].map(forge);
