/** The volumes of a pod, generated and written by hand, with where the main container sees them. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { Claim } from "../config/fields/storage.js";
import { hasEntries } from "./tidy.js";

export interface Mount {
  /** Absent where a StatefulSet's claim template makes the volume. */
  readonly volume?: { readonly name: string } & object;
  readonly mount: {
    readonly name: string;
    readonly mountPath: string;
    readonly subPath?: string | undefined;
    readonly readOnly?: boolean | undefined;
  };
}

export const configMapName = (config: ChartConfig): string => `${config.name}-config`;
export const secretName = (config: ChartConfig): string => `${config.name}-secret`;
export const claimName = (config: ChartConfig, { name }: Claim): string => `${config.name}-${name}`;

/** The claims that are wanted. */
export function claimsOf({ persistence }: App): readonly Claim[] {
  if (persistence === undefined) return [];
  const claims: readonly Claim[] = "mountPath" in persistence ? [persistence] : persistence;
  return claims.filter(({ enabled }) => enabled);
}

/** Whether each pod gets storage of its own instead of sharing one claim. */
export function isClaimTemplate(app: App, claim: Claim): boolean {
  return app.kind === "StatefulSet" && claim.existingClaim === undefined;
}

/** What is mounted because of configData, secret and persistence. */
export function generatedMounts(config: ChartConfig, app: App): readonly Mount[] {
  return [...configMount(config, app), ...secretMount(config, app), ...claimMounts(config, app)];
}

function configMount(config: ChartConfig, app: App): readonly Mount[] {
  if (!hasEntries(app.configData)) return [];
  const volume = { name: "config", configMap: { name: configMapName(config) } };
  return [{ volume, mount: { name: "config", mountPath: app.configMountPath, readOnly: true } }];
}

function secretMount(config: ChartConfig, { secret }: App): readonly Mount[] {
  if (secret?.mountPath === undefined) return [];
  const volume = { name: "secret", secret: { secretName: secretName(config) } };
  return [{ volume, mount: { name: "secret", mountPath: secret.mountPath, readOnly: true } }];
}

function claimMounts(config: ChartConfig, app: App): readonly Mount[] {
  return claimsOf(app).map((claim) => {
    const { name, mountPath, subPath, readOnly, existingClaim = claimName(config, claim) } = claim;
    const mount = { name, mountPath, subPath, readOnly };
    if (isClaimTemplate(app, claim)) return { mount };
    return { volume: { name, persistentVolumeClaim: { claimName: existingClaim } }, mount };
  });
}
