import { environmentNameProblem } from "../../kubernetes/names.js";
import type { Check } from "./check.js";

export const plainTextSecret: Check = {
  code: "plain-text-secret",
  severity: "warning",
  why: "Whoever can read the chart's source or its output can read the secret.",
  *find({ config }) {
    const keys = Object.keys(config.app?.secret?.stringData ?? {});
    if (keys.length === 0) return;
    const message = `the secret ${keys.length === 1 ? "value" : "values"} of ${keys.join(", ")} can be read in the source`;
    const help = "Refer to a Secret that is made elsewhere: valueFrom.secretKeyRef in env, or envFrom.";
    yield { path: ["app", "secret", "stringData"], message, help };
  },
};

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
