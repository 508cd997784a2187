import { isJsonObject } from "../../kubernetes/json.js";
import type { App } from "../config/fields/app.js";
import type { Path } from "../config/issue.js";
import type { Valid } from "../config/schema/schema.js";
import type { Check } from "./check.js";

interface Named {
  readonly name: string;
  readonly path: Path;
}

export const volumeTwice: Check = {
  code: "duplicate-volume",
  severity: "error",
  why: "Volumes of a pod have distinct names.",
  *find({ config }) {
    const seen = new Set<string>();
    for (const { name, path } of namedVolumes(config.app ?? {})) {
      if (seen.has(name)) yield { path, message: `there is already a volume "${name}"`, help: "Give it another name." };
      seen.add(name);
    }
  },
};

export const volumeMissing: Check = {
  code: "volume-missing",
  severity: "error",
  why: "A pod whose containers mount a volume that is not there is refused.",
  *find({ config, wrote }) {
    const { app } = config;
    if (app === undefined || incomplete(app, wrote)) return;
    const known = new Set([...namedVolumes(app)].map(({ name }) => name));
    for (const { name, path } of mounts(app)) {
      if (known.has(name)) continue;
      const all = known.size === 0 ? "there are none" : `there are ${[...known].join(", ")}`;
      yield { path, message: `there is no volume "${name}"; ${all}`, help: "Add it to app.volumes." };
    }
  },
};

export const mountTwice: Check = {
  code: "duplicate-mount",
  severity: "error",
  why: "Two volumes cannot be mounted in the same folder of a container.",
  *find({ config }) {
    const seen = new Map<string, string>();
    for (const { name, path } of mountPaths(config.app ?? {})) {
      const folder = name.replace(/(?<=.)\/+$/, "");
      const before = seen.get(folder);
      if (before !== undefined) yield { path, message: `${folder} is also where ${before} is mounted` };
      seen.set(folder, path.slice(1).join("."));
    }
  },
};

type ValidApp = Valid<App>;

/** Whether a volume may have been meant that could not be read. */
function incomplete(app: ValidApp, wrote: (...path: Path) => boolean): boolean {
  const lists = [app.volumes, Array.isArray(app.persistence) ? app.persistence : []];
  const unread = (["volumes", "persistence", "configData"] as const).some(
    (field) => app[field] === undefined && wrote("app", field),
  );
  return unread || lists.some((list) => list?.some((item) => item?.name === undefined));
}

function* namedVolumes(app: ValidApp): Iterable<Named> {
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

function* mounts(app: ValidApp): Iterable<Named> {
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

function* mountPaths(app: ValidApp): Iterable<Named> {
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
