import type { Check } from "./check.js";

export const appLabelFixed: Check = {
  code: "app-label-fixed",
  severity: "warning",
  why: "The label app is what selectors go by, so it is always the chart's name.",
  *find({ config }) {
    const label = config.labels?.app;
    if (label === undefined || label === config.name) return;
    const message = `the label app stays ${JSON.stringify(config.name)}, the chart's name`;
    yield { path: ["labels", "app"], message, help: "Remove it, or use another key." };
  },
};
