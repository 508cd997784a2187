import type { Reference } from "./reference.js";
import type { FlakeUrl } from "./url.js";

/** One kind of place that flakes come from. */
export interface Scheme {
  /** What `type` says. */
  readonly type: string;
  /** Attributes it knows besides `type`. */
  readonly attributes: readonly string[];
  /** Whether a URL is of this kind. */
  readonly accepts: (url: FlakeUrl) => boolean;
  /** `text` is the whole URL, for messages. Any `dir` has been taken out of the query. */
  readonly fromUrl: (url: FlakeUrl, text: string) => Reference;
  readonly toUrl: (attributes: Reference) => Omit<FlakeUrl, "fragment">;
}
