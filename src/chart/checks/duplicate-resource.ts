import { identityOf, type PlacedDraft } from "../resources/drafts.js";
import type { ResourceCheck } from "./resource-check.js";

export const duplicateResource: ResourceCheck = {
  code: "duplicate-resource",
  severity: "error",
  why: "Of two resources with the same kind, name and namespace, the one applied last replaces the other.",
  *find(config, drafts) {
    const seen = new Map<string, PlacedDraft>();
    for (const draft of drafts) {
      const identity = identityOf(config, draft);
      const before = seen.get(identity);
      if (before === undefined) {
        seen.set(identity, draft);
        continue;
      }
      const message = `there is already a ${draft.kind} called ${JSON.stringify(draft.name)}`;
      const from = before.path[0] === "resources" ? `the other is resources.${before.path[1]}` : "the chart makes it";
      yield { path: draft.path, message, help: `Rename it; ${from}.` };
    }
  },
};
