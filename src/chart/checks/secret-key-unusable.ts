import { environmentNameProblem } from "../../kubernetes/names.js";
import type { Check } from "./check.js";

export const secretKeyUnusable: Check = {
  code: "secret-key-unusable",
  severity: "warning",
  why: "Kubernetes leaves out the keys of a Secret that cannot be names of environment variables.",
  *find({ config }) {
    const { secret } = config.app ?? {};
    if (secret === undefined || secret.mountPath !== undefined) return;
    for (const group of ["stringData", "data"] as const) {
      for (const key of Object.keys(secret[group] ?? {})) {
        if (environmentNameProblem(key) === undefined) continue;
        const message = `the key "${key}" cannot be the name of an environment variable`;
        yield { path: ["app", "secret", group, key], message, help: "Add secret.mountPath to have files instead." };
      }
    }
  },
};
