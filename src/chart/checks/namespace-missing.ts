import type { Check } from "./check.js";

export const namespaceMissing: Check = {
  code: "missing-field",
  severity: "error",
  why: "A namespace cannot be made without a name.",
  *find({ config, wrote }) {
    if (!config.createNamespace || wrote("namespace")) return;
    yield { path: ["createNamespace"], message: 'createNamespace needs the field "namespace"', help: "Add namespace." };
  },
};
