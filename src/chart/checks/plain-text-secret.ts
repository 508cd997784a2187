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
