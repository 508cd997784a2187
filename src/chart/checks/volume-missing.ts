import type { Check, Facts } from "./check.js";
import { mounts, namedVolumes, type ValidApp } from "./pod-volumes.js";

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

/** Whether a volume may have been meant that could not be read. */
function incomplete(app: ValidApp, wrote: Facts["wrote"]): boolean {
  const lists = [app.volumes, Array.isArray(app.persistence) ? app.persistence : []];
  const unread = (["volumes", "persistence", "configData"] as const).some(
    (field) => app[field] === undefined && wrote("app", field),
  );
  return unread || lists.some((list) => list?.some((item) => item?.name === undefined));
}
