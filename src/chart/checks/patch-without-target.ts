import { isPatchFor } from "../resources/patches.js";
import type { ResourceCheck } from "./resource-check.js";

export const patchWithoutTarget: ResourceCheck = {
  code: "patch-without-target",
  severity: "error",
  why: "A patch for a resource that is not there does nothing, mostly because of a misspelt name.",
  *find({ patches = [] }, drafts) {
    for (const [index, patch] of patches.entries()) {
      if (drafts.some((draft) => isPatchFor(patch, draft))) continue;
      const known = [...new Set(drafts.map(({ kind }) => kind))].join(", ");
      const path = ["patches", index, patch.target === undefined ? "patch" : "target"];
      yield { path, message: "this patch is for no resource of the chart", help: `The chart makes: ${known}.` };
    }
  },
};
