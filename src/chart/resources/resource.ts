/** What every resource has in common: its frame, and how drafts become resources. */
import type { JsonObject } from "../../kubernetes/json.js";
import { isClusterScoped } from "../../kubernetes/kinds.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { resourceLabels } from "./labels.js";
import { plain, sorted } from "./tidy.js";

/** A Kubernetes resource, as plain data in the order in which it is written. */
export interface Resource extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
}

export interface Metadata extends JsonObject {
  readonly name: string;
}

type Labels = Readonly<Record<string, string>>;

/** A resource whose identity is known, and whose content is only made when it is wanted. */
export interface Draft {
  /** Its name in `k8sResources`. */
  readonly role: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Only for manifests that name another namespace than the chart's. */
  readonly namespace?: string | undefined;
  readonly labels?: Labels | undefined;
  readonly annotations?: Labels | undefined;
  /** More of `metadata`, for manifests. */
  readonly metadata?: object;
  /** Everything but `apiVersion`, `kind` and `metadata`. What is undefined in it is left out. */
  readonly body: () => object;
}

export function complete(config: ChartConfig, draft: Draft): Resource {
  const { apiVersion, kind, name, labels, annotations } = draft;
  const namespace = draftNamespace(config, draft);
  const metadata = {
    name,
    namespace,
    labels: resourceLabels(config, labels),
    annotations: annotations && sorted(annotations),
    ...draft.metadata,
  };
  return plain({ apiVersion, kind, metadata, ...draft.body() }) as Resource;
}

export function draftNamespace(config: ChartConfig, { kind, namespace }: Draft): string | undefined {
  return isClusterScoped(kind) ? undefined : (namespace ?? config.namespace);
}
