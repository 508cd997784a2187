/**
 * Programs that tests compare with or feed, such as real Nix and real kubectl. A test that needs one says so:
 *
 *     const nix = requireTool("nix-instantiate");
 *     test("agrees with Nix", { skip: nix.skip }, () => run(nix.path, ["--eval", "-E", "1"]));
 *
 * Where the program is absent the test is skipped, visibly; with `NHG_REQUIRE_ALL=1` its absence is a failure.
 */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env, platform } from "node:process";
import { layerTool } from "./kubectl-layer.js";

export interface Tool {
  /** Where the program is; its bare name when it is absent. */
  readonly path: string;
  /** For node:test's `skip` option: `false`, or why the test cannot run here. */
  readonly skip: string | false;
}

/** Finds a way to run the program, or says why there is none. */
type Lookup = (name: string) => { path: string } | { absent: string };

/** Programs that do not come from `PATH`: these versions are the ones the tests are written against. */
const lookups: Readonly<Record<string, Lookup>> = {
  kubectl: layerTool,
  helm: layerTool,
};

/** Throws when the tool is absent although `NHG_REQUIRE_ALL=1` says that none may be. */
export function requireTool(name: string): Tool {
  const found = (lookups[name] ?? searchPath)(name);
  if ("path" in found) return { path: found.path, skip: false };
  if (env.NHG_REQUIRE_ALL === "1") throw new Error(`NHG_REQUIRE_ALL=1, but ${found.absent}`);
  return { path: name, skip: found.absent };
}

const searchPath: Lookup = (name) => {
  const suffixes = platform === "win32" ? (env.PATHEXT ?? ".EXE;.CMD").split(";") : [""];
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    for (const suffix of suffixes) {
      const path = join(folder, name + suffix);
      if (folder !== "" && isProgram(path)) return { path };
    }
  }
  return { absent: `${name} is not installed` };
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
