import type { Check } from "./check.js";

export const replicasIgnored: Check = {
  code: "replicas-ignored",
  severity: "warning",
  why: "The autoscaler decides the number of pods, so another number is left out.",
  *find({ config, wrote }) {
    if (!config.app?.autoscaling?.enabled || !wrote("app", "replicas")) return;
    const help = "Remove replicas, and set autoscaling.minReplicas.";
    yield { path: ["app", "replicas"], message: "replicas has no effect beside autoscaling", help };
  },
};
