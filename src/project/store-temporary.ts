/** Temporary names that tell who made them, so that what a killed process left can be removed later. */
import { randomUUID } from "node:crypto";
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Far longer than any build writes; it also covers processes on another machine that shares the folder. */
const staleAfter = 60 * 60 * 1000;

/** A name that nobody else uses: the process's id and a random part. */
export function temporaryName(prefix = ""): string {
  return `${prefix}${process.pid}-${randomUUID().slice(0, 13)}`;
}

/** Removes what `temporaryName(prefix)` named, if it is old and its process is gone. Never fails. */
export function removeStale(folder: string, prefix = ""): void {
  for (const name of namesIn(folder)) {
    const pid = /^(\d+)-[0-9a-f-]{13}$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : "")?.[1];
    if (pid === undefined) continue;
    try {
      const path = join(folder, name);
      const old = Date.now() - lstatSync(path).mtimeMs > staleAfter;
      if (old && !isRunning(Number(pid))) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another build removed it first, or it is not ours to remove.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** This process itself does not count: in a container every build may have the same id. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
