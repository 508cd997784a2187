import type { Check } from "./check.js";
import { mountPaths } from "./pod-volumes.js";

export const mountTwice: Check = {
  code: "duplicate-mount",
  severity: "error",
  why: "Two volumes cannot be mounted in the same folder of a container.",
  *find({ config }) {
    const seen = new Map<string, string>();
    for (const { name, path } of mountPaths(config.app ?? {})) {
      const folder = name.replace(/(?<=.)\/+$/, "");
      const before = seen.get(folder);
      if (before !== undefined) yield { path, message: `${folder} is also where ${before} is mounted` };
      seen.set(folder, path.slice(1).join("."));
    }
  },
};
