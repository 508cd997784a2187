/** The link (`result`) that a build leaves in the user's folder. */
import { lstatSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import { StoreError } from "./store-path.js";
import { removeStale, temporaryName } from "./store-temporary.js";

/** Windows lets everybody make junctions, but links only administrators and developers. */
const linkTypes = process.platform === "win32" ? (["dir", "junction"] as const) : (["dir"] as const);

/** `result`, `result-1`, `result-2`…: what Nix calls the links of several installables. */
export function linkName(link: string, index: number): string {
  return index === 0 ? link : `${link}-${index}`;
}

/**
 * Makes `link` point at the folder `target`; both are absolute. A link that is there is replaced in one step,
 * so that whoever reads through it sees the old output or the new one. Throws a `StoreError`, with nothing
 * changed, when something other than a link is there.
 */
export function pointLink(link: string, target: string): void {
  try {
    if (currentTarget(link) === target) return;
    makeFolder(dirname(link));
    replaceLink(link, target);
  } catch (error) {
    throw unlinkable(link, error);
  }
}

/** `undefined` when nothing is there. */
function currentTarget(link: string): string | undefined {
  const stats = lstatSync(link, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isSymbolicLink()) return readlinkSync(link).replace(/(?<=[^:])\\$/, "");
  const what = stats.isDirectory() ? "folder" : "file";
  throw new StoreError(
    "link-exists",
    `'${link}' is a ${what}, not the link of an earlier build, and is left as it is`,
    "move it away, or name another link with --out-link",
  );
}

function replaceLink(link: string, target: string): void {
  const prefix = `.${basename(link)}.nhg-`;
  removeStale(dirname(link), prefix);
  const temporary = join(dirname(link), temporaryName(prefix));
  makeLink(target, temporary);
  try {
    renameOver(temporary, link);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function makeLink(target: string, path: string): void {
  for (const [index, type] of linkTypes.entries()) {
    try {
      symlinkSync(target, path, type);
      return;
    } catch (error) {
      if (index === linkTypes.length - 1) throw error;
    }
  }
}

/** Windows renames over files but not over links to folders, so there the old one goes first. */
function renameOver(temporary: string, link: string): void {
  try {
    renameSync(temporary, link);
  } catch (error) {
    if (process.platform !== "win32" || !lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) throw error;
    rmSync(link, { force: true });
    renameSync(temporary, link);
  }
}

function unlinkable(link: string, error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error && "code" in error)) return error;
  const reason = error.message.replace(/, \w+ '.*$/, "");
  return new StoreError(
    "link-failed",
    `cannot make the link '${link}': ${reason}`,
    "name a link elsewhere with --out-link",
  );
}
