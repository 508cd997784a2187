/**
 * Names of manifest files: rank, kind and name, as in `25-deployment-web`. A name depends on its resource
 * alone unless two would be the same, so adding a resource does not rename the others' files. They are
 * lower-case ASCII, because there are file systems that do not tell case, or encode names differently.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { applyRank } from "../kubernetes/kinds.js";
import type { Manifest } from "./manifests.js";

/** Kind, name, namespace and what goes between them must fit the 255 bytes that file systems allow. */
const longestPart = 75;

/** In the order of the resources, without extension, no two alike. */
export function fileNames(resources: readonly Manifest[]): string[] {
  let names = resources.map(simpleName);
  for (const distinguish of [withNamespace, withIdentity]) {
    const clashing = repeated(names);
    if (clashing.size === 0) return names;
    names = names.map((name, index) => (clashing.has(name) ? distinguish(name, resources[index] as Manifest) : name));
  }
  return numbered(names);
}

function simpleName(resource: Manifest): string {
  const rank = String(applyRank(resource.kind)).padStart(2, "0");
  return `${rank}-${safePart(resource.kind)}-${safePart(nameOf(resource))}`;
}

function withNamespace(name: string, { metadata }: Manifest): string {
  return metadata.namespace === undefined ? name : `${name}.${safePart(metadata.namespace)}`;
}

/** For names that differ only in what a file name cannot hold, and kinds only in their group. */
function withIdentity(name: string, resource: Manifest): string {
  const identity = [resource.apiVersion, resource.kind, resource.metadata.namespace, nameOf(resource)];
  return `${name}-${bytesToHex(sha256(utf8ToBytes(JSON.stringify(identity)))).slice(0, 8)}`;
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

/** One resource given twice is a mistake, but not one to lose a file over. */
function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
    taken.add(free);
    return free;
  });
}

function nameOf({ metadata }: Manifest): string {
  return metadata.name ?? metadata.generateName ?? "unnamed";
}

/** What is left is letters, digits and single separators between them, so no part can lead out of the folder. */
function safePart(text: string): string {
  const safe = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (run) => (run === "." ? "." : "-"))
    .slice(0, longestPart)
    .replace(/^[-.]|[-.]$/g, "");
  return safe === "" ? "unnamed" : safe;
}
