/** `-I` and NIX_PATH: where `<nixpkgs>` and its like are looked for. */
import { resolve } from "node:path";
import { fromNativePath } from "../io/native-path.js";
import { toBytes } from "../nix/eval/bytes.js";
import type { Settings } from "../nix/eval/settings.js";

/** `included` comes before what `nixPath` lists. Relative folders start from the native path `base`. */
export function searchPathEntries(included: readonly string[], nixPath: string, base: string): Settings["searchPath"] {
  return [...included, ...splitNixPath(nixPath)].flatMap((entry) => {
    const equals = entry.indexOf("=");
    const place = entry.slice(equals + 1);
    // Nix would download these; as when that fails, they are passed over.
    if (isUrl(place) || place === "") return [];
    return [
      { prefix: toBytes(entry.slice(0, Math.max(equals, 0))), path: toBytes(fromNativePath(resolve(base, place))) },
    ];
  });
}

/** Entries are separated by colons, which URLs have as well. */
function splitNixPath(text: string): readonly string[] {
  return (
    text
      .match(/(?:[^:=]*=)?(?:(?:https?|git\+\w+|file|channel|flake|github):[^:]*|[a-zA-Z]:[\\/][^:]*|[^:]*)/g)
      ?.filter(Boolean) ?? []
  );
}

function isUrl(place: string): boolean {
  return /^(?:[a-z][a-z+]+:)/.test(place);
}
