import { manifestFields } from "../config/fields/extra.js";
import type { Check } from "./check.js";

export const patternedWithoutApp: Check = {
  code: "missing-field",
  severity: "error",
  why: "A workload that has only a name and a spec takes the rest from app.",
  *find({ config, wrote }) {
    if (wrote("app")) return;
    for (const [index, item] of config.resources?.entries() ?? []) {
      if (item === undefined || manifestFields.some((field) => wrote("resources", index, field))) continue;
      const message = "a resource without a kind is patterned on app, and there is none";
      yield {
        path: ["resources", index],
        message,
        help: "Add app, or write a whole manifest with apiVersion and kind.",
      };
    }
  },
};
