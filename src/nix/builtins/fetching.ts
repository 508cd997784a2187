/**
 * What downloads. There is no network here, so these fail when they are called, and only then: many files
 * mention one in a default that is never used.
 */
import type { Builtin } from "../eval/builtin.js";
import { NixError } from "../eval/errors.js";
import type { Machine } from "../eval/machine.js";
import { force, type Slot } from "../eval/value.js";

export const fetching: readonly Builtin[] = [
  fetcher("fetchurl", "the path of a file that is downloaded"),
  { ...fetcher("fetchTarball", "the path of an archive that is downloaded and unpacked"), global: true },
  { ...fetcher("fetchGit", "a revision of a Git repository"), global: true },
  { ...fetcher("fetchMercurial", "a revision of a Mercurial repository"), global: true },
  { ...fetcher("fetchTree", "a source of any kind"), global: true, experimental: "fetch-tree" },
];

function fetcher(name: string, result: string): Builtin {
  return {
    name,
    args: ["source"],
    doc: `In Nix, ${result}; here an error, because nothing is fetched from a network.`,
    pure: false,
    call: (_: Machine, source: Slot): never => {
      force(source);
      const error = new NixError("io", `'${name}' would fetch from the network, which is not done here`);
      error.help = "keep a copy beside your files and import that, or pass what is needed as an argument";
      throw error;
    },
  };
}
