import type { WorkloadKind } from "../config/fields/app.js";
import type { Check } from "./check.js";

const scalable: readonly WorkloadKind[] = ["Deployment", "StatefulSet"];
const lasting: readonly WorkloadKind[] = [...scalable, "DaemonSet"];

/** Fields that only some kinds of workload have. */
const kindsOf: Readonly<Record<string, readonly WorkloadKind[]>> = {
  replicas: scalable,
  autoscaling: scalable,
  strategy: lasting,
  schedule: ["CronJob"],
};

/** The rollout strategies that each kind has. */
const strategies: Readonly<Record<string, readonly string[]>> = {
  Deployment: ["RollingUpdate", "Recreate"],
  StatefulSet: ["RollingUpdate", "OnDelete"],
  DaemonSet: ["RollingUpdate", "OnDelete"],
};

export const fieldNotForKind: Check = {
  code: "field-not-for-kind",
  severity: "error",
  why: "Kubernetes refuses a field that the kind of workload does not have.",
  *find({ config, wrote }) {
    const { kind, strategy } = config.app ?? {};
    if (kind === undefined) return;
    for (const [field, kinds] of Object.entries(kindsOf)) {
      if (kinds.includes(kind) || !wrote("app", field)) continue;
      const help = `Remove it, or set kind to ${kinds.map((each) => JSON.stringify(each)).join(" or ")}.`;
      yield { path: ["app", field], message: `a ${kind} has no ${field}`, help };
    }
    const type = typeof strategy === "string" ? strategy : strategy?.type;
    const known = strategies[kind];
    if (type === undefined || known === undefined || known.includes(type)) return;
    const message = `a ${kind} has no strategy ${JSON.stringify(type)}; it has ${known.join(" and ")}`;
    yield { path: typeof strategy === "string" ? ["app", "strategy"] : ["app", "strategy", "type"], message };
  },
};
