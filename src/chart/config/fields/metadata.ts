/** Labels and annotations. */
import { map } from "../schema/collections.js";
import { text } from "../schema/leaf.js";
import { report } from "../schema/schema.js";
import { annotationKey, freeKey, labelKey, labelValue } from "./forms.js";

export const labels = map(labelKey, labelValue);

/** What the API server takes of a resource's annotations together, in bytes. */
const largest = 256 * 1024;

const anyAnnotations = map(annotationKey, text());

/** Annotations of a Kubernetes resource. */
export const annotations: typeof anyAnnotations = {
  ...anyAnnotations,
  check: (value, at, walk) => {
    const checked = anyAnnotations.check(value, at, walk);
    const size = bytesIn(checked ?? {});
    if (size <= largest) return checked;
    const message = `the annotations have ${size} bytes together; a resource has at most ${largest}`;
    return report(walk, at, { code: "too-large", message });
  },
};

function bytesIn(entries: Readonly<Record<string, unknown>>): number {
  // What has not been computed has no size yet.
  const texts = Object.entries(entries).flatMap(([key, value]) => (typeof value === "string" ? [key, value] : [key]));
  return texts.reduce((sum, each) => sum + new TextEncoder().encode(each).length, 0);
}

/** Annotations of Chart.yaml, whose keys Helm does not restrict. */
export const chartAnnotations = map(freeKey, text());
