import type { Check } from "./check.js";
import { namedVolumes } from "./pod-volumes.js";

export const volumeTwice: Check = {
  code: "duplicate-volume",
  severity: "error",
  why: "Volumes of a pod have distinct names.",
  *find({ config }) {
    const seen = new Set<string>();
    for (const { name, path } of namedVolumes(config.app ?? {})) {
      if (seen.has(name)) yield { path, message: `there is already a volume "${name}"`, help: "Give it another name." };
      seen.add(name);
    }
  },
};
