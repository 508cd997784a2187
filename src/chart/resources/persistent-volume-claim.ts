/** PersistentVolumeClaim, and the same as a template of a StatefulSet. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { Claim } from "../config/fields/storage.js";
import { claimName, claimsOf, isClaimTemplate } from "./mounts.js";
import type { Draft } from "./resource.js";

export function claimDrafts(config: ChartConfig, app: App): readonly Draft[] {
  const made = claimsOf(app).filter((claim) => claim.existingClaim === undefined && !isClaimTemplate(app, claim));
  return made.map((claim) => ({
    role: made.length === 1 ? "persistentVolumeClaim" : `persistentVolumeClaim-${claim.name}`,
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    name: claimName(config, claim),
    annotations: claim.annotations,
    body: () => ({ spec: claimSpec(claim) }),
  }));
}

/** Without labels, because the templates of a StatefulSet cannot be changed afterwards. */
export function claimTemplates(app: App): readonly object[] {
  const own = claimsOf(app).filter((claim) => isClaimTemplate(app, claim));
  return own.map((claim) => ({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: claim.name, annotations: claim.annotations },
    spec: claimSpec(claim),
  }));
}

function claimSpec({ accessModes, storageClass, volumeMode, size }: Claim): object {
  return {
    accessModes,
    storageClassName: storageClass,
    volumeMode,
    resources: { requests: { storage: String(size) } },
  };
}
