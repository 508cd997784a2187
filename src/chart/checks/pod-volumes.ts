/** What the volume checks look at: the volumes of the pod, generated ones included, and where they are mounted. */
import { isJsonObject } from "../../kubernetes/json.js";
import type { App } from "../config/fields/app.js";
import type { Path } from "../config/issue.js";
import type { Valid } from "../config/schema/schema.js";

export interface Named {
  readonly name: string;
  readonly path: Path;
}

export type ValidApp = Valid<App>;

export function* namedVolumes(app: ValidApp): Iterable<Named> {
  const at = (...path: Path) => ["app", ...path];
  if (Object.keys(app.configData ?? {}).length > 0) yield { name: "config", path: at("configData") };
  if (app.secret?.mountPath !== undefined) yield { name: "secret", path: at("secret") };
  for (const { claim, path } of claims(app)) if (claim.name !== undefined) yield { name: claim.name, path };
  for (const [index, volume] of app.volumes?.entries() ?? []) {
    if (volume?.name !== undefined) yield { name: volume.name, path: at("volumes", index, "name") };
  }
  const raw: unknown = app.pod?.volumes;
  for (const [index, volume] of Array.isArray(raw) ? raw.entries() : []) {
    if (isJsonObject(volume) && typeof volume.name === "string")
      yield { name: volume.name, path: at("pod", "volumes", index) };
  }
}

type ValidClaim = Valid<Extract<NonNullable<App["persistence"]>, { readonly mountPath: string }>>;

function* claims({ persistence }: ValidApp): Iterable<{ readonly claim: ValidClaim; readonly path: Path }> {
  const path = ["app", "persistence"];
  const items: readonly (ValidClaim | undefined)[] = Array.isArray(persistence) ? persistence : [persistence];
  for (const [index, claim] of items.entries()) {
    if (claim?.enabled) yield { claim, path: Array.isArray(persistence) ? [...path, index] : path };
  }
}

export function* mounts(app: ValidApp): Iterable<Named> {
  yield* mountsIn(app.volumeMounts, ["app", "volumeMounts"]);
  for (const group of ["initContainers", "sidecars"] as const) {
    for (const [index, container] of app[group]?.entries() ?? []) {
      yield* mountsIn(container?.volumeMounts, ["app", group, index, "volumeMounts"]);
    }
  }
}

function* mountsIn(list: ValidApp["volumeMounts"], at: Path): Iterable<Named> {
  for (const [index, mount] of list?.entries() ?? []) {
    if (mount?.name !== undefined) yield { name: mount.name, path: [...at, index, "name"] };
  }
}

export function* mountPaths(app: ValidApp): Iterable<Named> {
  if (Object.keys(app.configData ?? {}).length > 0 && app.configMountPath !== undefined) {
    yield { name: app.configMountPath, path: ["app", "configMountPath"] };
  }
  if (app.secret?.mountPath !== undefined) yield { name: app.secret.mountPath, path: ["app", "secret", "mountPath"] };
  for (const { claim, path } of claims(app)) {
    if (claim.mountPath !== undefined) yield { name: claim.mountPath, path: [...path, "mountPath"] };
  }
  for (const [index, mount] of app.volumeMounts?.entries() ?? []) {
    if (mount?.mountPath !== undefined)
      yield { name: mount.mountPath, path: ["app", "volumeMounts", index, "mountPath"] };
  }
}
