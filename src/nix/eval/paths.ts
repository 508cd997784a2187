/** Path arithmetic on absolute `/`-separated byte strings, as Nix does it: by text, links untouched. */

/** Removes `.`, `..`, doubled and trailing slashes. `..` at the root stays at the root. */
export function canonicalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** `relative` seen from the folder `base`; an absolute path is itself. */
export function resolvePath(base: string, relative: string): string {
  return canonicalPath(relative.startsWith("/") ? relative : `${base}/${relative}`);
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
