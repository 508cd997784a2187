import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";

/** What node:test calls when a test, or with its own `after` a suite or file, is over. */
export interface Scope {
  after(hook: () => void): void;
}

/**
 * A new empty folder, removed when `scope` (a test's context) is over; without one, at the end of the
 * suite or file. Its path has no symbolic link in it.
 */
export function temporaryFolder(scope: Scope = { after }): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "nhg-test-"));
  scope.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Writes texts or bytes below `folder`; keys are relative paths with `/`, whose folders are made as needed. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** A temporary folder with these files in it. */
export function temporaryProject(files: Readonly<Record<string, string | Uint8Array>>, scope?: Scope): string {
  const folder = temporaryFolder(scope);
  writeFiles(folder, files);
  return folder;
}
