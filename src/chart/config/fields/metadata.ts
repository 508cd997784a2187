/** Labels and annotations. */
import { map } from "../schema/collections.js";
import { text } from "../schema/leaf.js";
import { annotationKey, freeKey, labelKey, labelValue } from "./forms.js";

export const labels = map(labelKey, labelValue);

/** Annotations of a Kubernetes resource. */
export const annotations = map(annotationKey, text());

/** Annotations of Chart.yaml, whose keys Helm does not restrict. */
export const chartAnnotations = map(freeKey, text());
