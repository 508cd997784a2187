/** Checks that need a config without errors, because they look at the resources that it makes. */
import { DeferredError, demandComputed } from "../config/deferred.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { ChartError, type ConfigIssue } from "../config/issue.js";
import { generate } from "../generate.js";
import { isPatchFor } from "../patches.js";
import { draftsOf, identityOf, type PlacedDraft } from "../resources/drafts.js";

type Issues = Iterable<ConfigIssue>;
type ResourceCheck = (config: ChartConfig, drafts: readonly PlacedDraft[]) => Issues;

/** Nothing is said about what cannot be known yet. */
export function resourceIssues(config: ChartConfig, deferred: boolean): readonly ConfigIssue[] {
  const computed = deferred ? demandComputed(config) : config;
  try {
    const drafts = draftsOf(computed);
    return resourceChecks.flatMap((check) => [...check(computed, drafts)]);
  } catch (error) {
    if (error instanceof DeferredError) return [];
    throw error;
  }
}

function* sameResourceTwice(config: ChartConfig, drafts: readonly PlacedDraft[]): Issues {
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
    yield { code: "duplicate-resource", severity: "error", path: draft.path, message, help: `Rename it; ${from}.` };
  }
}

/** A bare Pod carries the chart's `app` label as all resources do, and is then the only one that selectors match. */
function* podSelected(config: ChartConfig, drafts: readonly PlacedDraft[]): Issues {
  if (config.app === undefined) return;
  for (const { kind, path } of drafts) {
    if (kind !== "Pod") continue;
    const message = `this Pod has the label app = "${config.name}", so the chart's Service and selectors take it for their own`;
    yield {
      code: "pod-selected",
      severity: "warning",
      path,
      message,
      help: "Write it as a workload patterned on app.",
    };
  }
}

function* patchWithoutTarget({ patches = [] }: ChartConfig, drafts: readonly PlacedDraft[]): Issues {
  for (const [index, patch] of patches.entries()) {
    if (drafts.some((draft) => isPatchFor(patch, draft))) continue;
    const known = [...new Set(drafts.map(({ kind }) => kind))].join(", ");
    const message = "this patch is for no resource of the chart";
    const path = ["patches", index, patch.target === undefined ? "patch" : "target"];
    yield { code: "patch-without-target", severity: "error", path, message, help: `The chart makes: ${known}.` };
  }
}

/** Whether JSON operations fit only shows when they are applied. */
function* patchUnfit(config: ChartConfig, drafts: readonly PlacedDraft[]): Issues {
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
}

const resourceChecks: readonly ResourceCheck[] = [sameResourceTwice, podSelected, patchWithoutTarget, patchUnfit];
