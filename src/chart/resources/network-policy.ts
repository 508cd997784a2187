/** NetworkPolicy. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { NetworkRule } from "../config/fields/network-policy.js";
import { patternedNames } from "./extra.js";
import { selectorOf } from "./labels.js";
import type { Draft } from "./resource.js";
import { nonEmpty } from "./tidy.js";

type Policy = NonNullable<NonNullable<App["production"]>["networkPolicy"]>;

export function networkPolicyDrafts(config: ChartConfig, { production }: App): readonly Draft[] {
  const policy = production?.networkPolicy;
  if (!policy?.enabled) return [];
  const { ingress, egress, annotations } = policy;
  const spec = () => ({
    podSelector: podSelector(config),
    policyTypes: policyTypes(policy),
    ingress: nonEmpty(ingress?.map(rule)),
    egress: nonEmpty(egress?.map(rule)),
  });
  return [
    {
      role: "networkPolicy",
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      name: config.name,
      annotations,
      body: () => ({ spec: spec() }),
    },
  ];
}

/** Workloads patterned on the app run the same code, so the policy holds for their pods as well. */
function podSelector(config: ChartConfig): object {
  const others = patternedNames(config);
  if (others.length === 0) return { matchLabels: selectorOf(config.name) };
  return { matchExpressions: [{ key: "app", operator: "In", values: [config.name, ...others] }] };
}

/** An empty policy restricts what comes in, as in Kubernetes. */
function policyTypes({ policyTypes, ingress, egress }: Policy): readonly string[] {
  if (policyTypes !== undefined && policyTypes.length > 0) return policyTypes;
  const given = [...(ingress ? ["Ingress"] : []), ...(egress ? ["Egress"] : [])];
  return given.length > 0 ? given : ["Ingress"];
}

/** An empty list of peers or ports means all of them, just as none does. An empty list of rules does not. */
function rule(given: NetworkRule): object {
  const lists: Readonly<Record<string, readonly unknown[]>> = given;
  return Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, nonEmpty(items)]));
}
