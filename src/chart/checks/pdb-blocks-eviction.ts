import { amountOf } from "../../kubernetes/int-or-percent.js";
import type { Check } from "./check.js";

const field = ["app", "production", "pdb"] as const;

export const pdbBlocksEviction: Check = {
  code: "pdb-blocks-eviction",
  severity: "warning",
  why: "A budget that allows no pod to go stops every node from being drained.",
  *find({ config, wrote }) {
    const { replicas, autoscaling, production, kind } = config.app ?? {};
    const pdb = production?.pdb;
    if (!pdb?.enabled || kind === "DaemonSet") return;
    const scaled = autoscaling?.enabled === true;
    const known = scaled ? autoscaling.minReplicas : replicas;
    if (known === undefined && (scaled ? wrote("app", "autoscaling", "minReplicas") : wrote("app", "replicas"))) return;
    const pods = known ?? 1;
    const { minAvailable, maxUnavailable } = pdb;
    if (minAvailable !== undefined && (amountOf(minAvailable, pods, Math.ceil) ?? 0) >= pods) {
      const of = pods === 1 ? "the only pod" : `all ${pods} pods`;
      const message = `minAvailable = ${minAvailable} keeps ${of}, so none can ever be evicted`;
      yield { path: [...field, "minAvailable"], message, help: advice(pods, scaled) };
    } else if (maxUnavailable !== undefined && amountOf(maxUnavailable, pods, Math.ceil) === 0) {
      const message = "maxUnavailable = 0 lets no pod ever be evicted";
      yield { path: [...field, "maxUnavailable"], message, help: "Allow at least 1." };
    }
  },
};

function advice(pods: number, scaled: boolean): string {
  if (pods > 1) return `Keep at most ${pods - 1}.`;
  return scaled ? "Set autoscaling.minReplicas to 2 or more." : "Run 2 replicas or more, or write maxUnavailable = 1.";
}
