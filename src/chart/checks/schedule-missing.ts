import type { Check } from "./check.js";

export const scheduleMissing: Check = {
  code: "missing-field",
  severity: "error",
  why: "A CronJob that never runs does nothing.",
  *find({ config, wrote }) {
    if (config.app?.kind !== "CronJob" || wrote("app", "schedule")) return;
    const help = 'Add schedule, for example schedule = "0 3 * * *".';
    yield { path: ["app"], message: 'a CronJob needs the field "schedule"', help };
  },
};
