/** Everything that a config asks for, each under a role of its own. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { accountDrafts } from "./account.js";
import { configMapDrafts } from "./config-map.js";
import { isManifest, manifestDraft } from "./extra.js";
import { autoscalerDrafts } from "./horizontal-pod-autoscaler.js";
import { httpRouteDrafts } from "./http-route.js";
import { ingressDrafts } from "./ingress.js";
import { namespaceDrafts } from "./namespace.js";
import { networkPolicyDrafts } from "./network-policy.js";
import { claimDrafts } from "./persistent-volume-claim.js";
import { disruptionBudgetDrafts } from "./pod-disruption-budget.js";
import { type Draft, draftNamespace } from "./resource.js";
import { secretDrafts } from "./secret.js";
import { serviceDrafts } from "./service.js";
import { serviceMonitorDrafts } from "./service-monitor.js";
import { patternedDraft, workloadDraft } from "./workload.js";

type Drafter = (config: ChartConfig, app: App) => readonly Draft[];

/** One a kind; a new kind is one line here. */
const drafters: readonly Drafter[] = [
  accountDrafts,
  configMapDrafts,
  secretDrafts,
  claimDrafts,
  (config, app) => [workloadDraft(config, app)],
  serviceDrafts,
  ingressDrafts,
  httpRouteDrafts,
  networkPolicyDrafts,
  disruptionBudgetDrafts,
  autoscalerDrafts,
  serviceMonitorDrafts,
];

/** A draft with the place in the config that it comes from. */
export interface PlacedDraft extends Draft {
  readonly path: readonly (string | number)[];
}

export function draftsOf(config: ChartConfig): readonly PlacedDraft[] {
  const { app, resources = [] } = config;
  const generated = app === undefined ? [] : drafters.flatMap((draft) => draft(config, app));
  const extra = resources.flatMap((item, index) => {
    const draft = isManifest(item) ? manifestDraft(config, item) : app && patternedDraft(config, app, item);
    return draft === undefined ? [] : { ...draft, path: ["resources", index] };
  });
  const own = [...namespaceDrafts(config), ...generated].map((draft) => ({ ...draft, path: ["app"] }));
  return withOwnRoles([...own, ...extra]);
}

/** Extra resources go by their name, or by kind and name (and a number) where that role is taken. */
function withOwnRoles(drafts: readonly PlacedDraft[]): readonly PlacedDraft[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const role = [...roleNames(draft)].find((name) => !taken.has(name)) ?? `${draft.role}-${taken.size}`;
    taken.add(role);
    return { ...draft, role };
  });
}

function* roleNames({ role, kind, namespace }: Draft): Generator<string> {
  const kindName = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
  yield role;
  yield `${kindName}-${role}`;
  if (namespace !== undefined) yield `${kindName}-${namespace}-${role}`;
}

/** What no two resources of a cluster may share. */
export function identityOf(config: ChartConfig, draft: Draft): string {
  const group = draft.apiVersion.includes("/") ? draft.apiVersion.replace(/\/.*$/, "") : "";
  return [group, draft.kind, draftNamespace(config, draft) ?? "", draft.name].join("/");
}
