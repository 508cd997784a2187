import { ChartError } from "../config/issue.js";
import { generate } from "../resources/generate.js";
import { isPatchFor } from "../resources/patches.js";
import type { ResourceCheck } from "./resource-check.js";

export const patchUnfit: ResourceCheck = {
  code: "patch-unfit",
  severity: "error",
  why: "Whether JSON operations fit only shows when they are applied.",
  *find(config, drafts) {
    const patches = (config.patches ?? []).filter(({ patch }) => Array.isArray(patch));
    const patched = drafts.filter((draft) => patches.some((patch) => isPatchFor(patch, draft)));
    for (const draft of patched) {
      try {
        generate(config, draft);
      } catch (error) {
        if (!(error instanceof ChartError)) throw error;
        yield* error.issues;
      }
    }
  },
};
