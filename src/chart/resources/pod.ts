/** The pod template, the same for every kind of workload. */
import type { JsonObject } from "../../kubernetes/json.js";
import { strategicMerge } from "../../kubernetes/strategic-merge.js";
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { accountOf } from "./account.js";
import { checksum } from "./checksum.js";
import { mainContainer, sideContainer } from "./container.js";
import { pullSecrets } from "./image.js";
import { podLabels, selectorOf } from "./labels.js";
import { generatedMounts } from "./mounts.js";
import { secretData } from "./secret.js";
import { hasEntries, nonEmpty, nonEmptyFields, sorted } from "./tidy.js";

export function podTemplate(config: ChartConfig, app: App, workload: string): object {
  const metadata = { labels: podLabels(config, workload), annotations: podAnnotations(app) };
  return { metadata, spec: podSpec(config, app, workload) };
}

/** The checksums make pods restart when their configuration changes, which Kubernetes would not do. */
function podAnnotations({ configData, secret, production }: App): object | undefined {
  const annotations = {
    ...production?.annotations,
    ...(hasEntries(configData) && { "checksum/config": checksum(configData ?? {}) }),
    ...(secret && { "checksum/secret": checksum(secretData(secret)) }),
  };
  return hasEntries(annotations) ? sorted(annotations) : undefined;
}

function podSpec(config: ChartConfig, app: App, workload: string): object {
  const runsToEnd = app.kind === "Job" || app.kind === "CronJob";
  const sidecars = (app.sidecars ?? []).map(sideContainer);
  const initContainers = (app.initContainers ?? []).map(sideContainer);
  const main = mainContainer(config, app);
  const volumes = generatedMounts(config, app).flatMap(({ volume }) => volume ?? []);
  const spec = {
    serviceAccountName: accountOf(config, app)?.name,
    imagePullSecrets: nonEmpty(pullSecrets(app.image)),
    securityContext: nonEmptyFields(app.production?.securityContext?.pod),
    priorityClassName: app.priorityClassName,
    restartPolicy: runsToEnd ? "OnFailure" : undefined,
    terminationGracePeriodSeconds: app.terminationGracePeriodSeconds,
    // A Job only ends when all its containers have ended, unless those beside the main one are of this kind.
    initContainers: nonEmpty([...initContainers, ...(runsToEnd ? sidecars.map(alwaysRestarted) : [])]),
    containers: [merged(main, app.container), ...(runsToEnd ? [] : sidecars)],
    volumes: nonEmpty([...volumes, ...(app.volumes ?? [])]),
    nodeSelector: hasEntries(app.nodeSelector) ? app.nodeSelector : undefined,
    affinity: app.affinity,
    tolerations: nonEmpty(app.tolerations),
    topologySpreadConstraints: nonEmpty(spread(app, workload)),
  };
  return merged(spec, app.pod);
}

const alwaysRestarted = (container: object) => ({ ...container, restartPolicy: "Always" });

/** Without a labelSelector a constraint would count no pods, and so do nothing. */
function spread({ topologySpreadConstraints = [] }: App, workload: string): readonly object[] {
  const labelSelector = { matchLabels: selectorOf(workload) };
  return topologySpreadConstraints.map((constraint) => ({ labelSelector, ...constraint }));
}

function merged(generated: object, raw: JsonObject | undefined): object {
  return raw === undefined ? generated : strategicMerge(generated as JsonObject, raw);
}
