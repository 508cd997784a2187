/** Deployment, StatefulSet, DaemonSet, Job and CronJob, and the workloads that are patterned on the app's. */
import type { JsonObject } from "../../kubernetes/json.js";
import { strategicMerge } from "../../kubernetes/strategic-merge.js";
import type { App, WorkloadKind } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { Patterned } from "../config/fields/extra.js";
import { componentLabel, podLabels, selectorOf } from "./labels.js";
import { claimTemplates } from "./persistent-volume-claim.js";
import { podTemplate } from "./pod.js";
import type { Draft } from "./resource.js";
import { governingServiceName } from "./service.js";
import { nonEmpty } from "./tidy.js";

interface Form {
  readonly role: string;
  readonly apiVersion: string;
  readonly spec: (config: ChartConfig, app: App, name: string) => object;
}

const forms: Readonly<Record<WorkloadKind, Form>> = {
  Deployment: {
    role: "deployment",
    apiVersion: "apps/v1",
    spec: (config, app, name) => ({
      replicas: replicas(app),
      selector: { matchLabels: selectorOf(name) },
      strategy: strategy(app),
      template: podTemplate(config, app, name),
    }),
  },
  StatefulSet: {
    role: "statefulSet",
    apiVersion: "apps/v1",
    spec: (config, app, name) => ({
      serviceName: governingServiceName(config, app),
      replicas: replicas(app),
      selector: { matchLabels: selectorOf(name) },
      updateStrategy: strategy(app),
      template: podTemplate(config, app, name),
      volumeClaimTemplates: nonEmpty(claimTemplates(app)),
    }),
  },
  DaemonSet: {
    role: "daemonSet",
    apiVersion: "apps/v1",
    spec: (config, app, name) => ({
      selector: { matchLabels: selectorOf(name) },
      updateStrategy: strategy(app),
      template: podTemplate(config, app, name),
    }),
  },
  // A Job tells its pods by a label that Kubernetes gives it, and has no selector of ours.
  Job: {
    role: "job",
    apiVersion: "batch/v1",
    spec: (config, app, name) => ({ template: podTemplate(config, app, name) }),
  },
  CronJob: {
    role: "cronJob",
    apiVersion: "batch/v1",
    spec: (config, app, name) => ({
      schedule: app.schedule,
      jobTemplate: { spec: { template: podTemplate(config, app, name) } },
    }),
  },
};

/** Left to the autoscaler where there is one, or each deployment would undo what it did. */
function replicas({ replicas, autoscaling }: App): number | undefined {
  return autoscaling?.enabled ? undefined : replicas;
}

function strategy({ strategy }: App): object | undefined {
  return typeof strategy === "string" ? { type: strategy } : strategy;
}

export function workloadDraft(config: ChartConfig, app: App): Draft {
  const { role, apiVersion, spec } = forms[app.kind];
  return {
    role,
    apiVersion,
    kind: app.kind,
    name: config.name,
    body: () => ({ spec: spec(config, app, config.name) }),
  };
}

/** One more workload of the app's kind: the same pod under another name, with changes merged over its spec. */
export function patternedDraft(config: ChartConfig, app: App, { name, spec: changes = {} }: Patterned): Draft {
  const { apiVersion, spec } = forms[app.kind];
  const body = () => {
    const merged = strategicMerge(spec(config, app, name) as JsonObject, changes);
    return { spec: strategicMerge(merged, identityOf(config, app.kind, name)) };
  };
  return { role: name, apiVersion, kind: app.kind, name, labels: { [componentLabel]: name }, body };
}

/** What tells its pods from the others', and which the changes may therefore not touch. */
function identityOf(config: ChartConfig, kind: WorkloadKind, name: string): JsonObject {
  const template = { template: { metadata: { labels: podLabels(config, name) } } };
  if (kind === "Job") return template;
  if (kind === "CronJob") return { jobTemplate: { spec: template } };
  return { selector: { $patch: "replace", matchLabels: selectorOf(name) }, ...template };
}
