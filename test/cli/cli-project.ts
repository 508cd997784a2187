/** A project in a temporary folder, and `nhg` run there with a store of its own. */
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { nhg } from "../support/nhg.js";
import type { RunOptions, RunResult } from "../support/run.js";
import { temporaryProject } from "../support/temporary.js";

export interface CliProject {
  readonly folder: string;
  readonly store: string;
  nhg(args: readonly string[], options?: RunOptions): RunResult;
  /** Names in a folder of the project, sorted. */
  list(path: string): readonly string[];
  read(path: string): string;
  /** Where a link leads; undefined when there is none. */
  link(path: string): string | undefined;
}

/** What a developer's own settings must not change. */
const neutral = {
  NIX_PATH: undefined,
  NIX_CONFIG: undefined,
  ENV: undefined,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
};

export function cliProject(files: Readonly<Record<string, string | Uint8Array>>): CliProject {
  const folder = temporaryProject(files);
  const store = join(folder, ".store");
  return {
    folder,
    store,
    nhg: (args, options = {}) =>
      nhg(args, { cwd: folder, ...options, env: { ...neutral, NHG_STORE: store, ...options.env } }),
    list: (path) => readdirSync(join(folder, path)).sort(),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    link: (path) => {
      const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
      return stats?.isSymbolicLink() ? readlinkSync(join(folder, path)) : undefined;
    },
  };
}

/** The outputs in a project's store. */
export function outputs({ store }: CliProject): readonly string[] {
  return existsSync(store) ? readdirSync(store).filter((name) => name !== ".tmp") : [];
}

/** A small chart that is right. */
export const goodChart = `
let
  lib = import <nix-helm-generator> { };
in
lib.mkChart {
  name = "web";
  version = "1.0.0";
  app = {
    image = "nginx:1.27-alpine";
    ports = [ 80 ];
  };
}
`;
