import type { ResourceCheck } from "./resource-check.js";

export const podSelected: ResourceCheck = {
  code: "pod-selected",
  severity: "warning",
  why: "A bare Pod carries the chart's app label, as all resources do, and is the only kind that selectors look at.",
  *find({ name, app }, drafts) {
    if (app === undefined) return;
    for (const { kind, path } of drafts) {
      if (kind !== "Pod") continue;
      const message = `this Pod has the label app = "${name}", so the chart's Service and selectors take it for their own`;
      yield { path, message, help: "Write it as a workload patterned on app." };
    }
  },
};
