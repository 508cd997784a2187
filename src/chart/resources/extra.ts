/** The chart's `resources`: manifests that pass through, and which of the items are workloads instead. */
import type { ChartConfig } from "../config/fields/chart.js";
import type { Manifest, Patterned } from "../config/fields/extra.js";
import type { Draft } from "./resource.js";

export function isManifest(item: Manifest | Patterned): item is Manifest {
  return "kind" in item;
}

export function patternedNames({ resources = [] }: ChartConfig): readonly string[] {
  return resources.flatMap((item) => (isManifest(item) ? [] : item.name));
}

/** The manifest as it was written, with the chart's labels and namespace where it has none of its own. */
export function manifestDraft(config: ChartConfig, manifest: Manifest): Draft {
  const { apiVersion, kind, metadata, ...body } = manifest;
  const { name, namespace, labels, annotations, ...more } = metadata;
  return {
    role: name,
    apiVersion,
    kind,
    name,
    namespace,
    labels: { ...config.labels, ...labels },
    annotations,
    metadata: more,
    body: () => body,
  };
}
