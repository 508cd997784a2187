import { getOwn, isJsonObject } from "../../kubernetes/json.js";
import type { App } from "../config/fields/app.js";
import { metrics } from "../resources/horizontal-pod-autoscaler.js";
import type { Check } from "./check.js";

export const autoscalingWithoutRequests: Check = {
  code: "autoscaling-without-requests",
  severity: "warning",
  why: "Utilization is a share of what is requested; without a request the autoscaler does nothing.",
  *find({ config, wrote }) {
    const { autoscaling, production } = config.app ?? {};
    if (!autoscaling?.enabled || autoscaling.maxReplicas === undefined) return;
    const { requests, limits } = production?.resources ?? {};
    for (const name of utilized(autoscaling as NonNullable<App["autoscaling"]>)) {
      // A limit without a request is the request as well.
      if (getOwn(requests, name) !== undefined || getOwn(limits, name) !== undefined) continue;
      if (wrote("app", "production", "resources", "requests", name)) continue;
      const message = `autoscaling by ${name} needs a request for ${name}`;
      const help = `Add app.production.resources.requests.${name}.`;
      yield { path: ["app", "autoscaling"], message, help };
    }
  },
};

function utilized(autoscaling: NonNullable<App["autoscaling"]>): readonly string[] {
  return metrics(autoscaling).flatMap((metric) => {
    const resource = isJsonObject(metric) ? metric.resource : undefined;
    const target = isJsonObject(resource) ? resource.target : undefined;
    const byShare = isJsonObject(target) && target.type === "Utilization";
    return byShare && isJsonObject(resource) && typeof resource.name === "string" ? [resource.name] : [];
  });
}
