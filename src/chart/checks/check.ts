/** Rules that look across the config: one rule a file, each with what it is for. */
import { Deferred } from "../config/deferred.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { ConfigIssue, Path } from "../config/issue.js";
import type { Valid } from "../config/schema/schema.js";
import { isPlainObject } from "../config/schema/schema.js";

export interface Check {
  readonly code: string;
  readonly severity: ConfigIssue["severity"];
  /** Why it matters, in a sentence. */
  readonly why: string;
  readonly find: (facts: Facts) => Iterable<Found>;
}

export interface Found {
  readonly path: Path;
  readonly message: string;
  readonly help?: string;
}

export interface Facts {
  /** The part of the config that is right; a check must not take what is missing from it for left out. */
  readonly config: Valid<ChartConfig>;
  /** Whether the user wrote something at a place, be it right or wrong. */
  readonly wrote: (...path: Path) => boolean;
}

export function factsOf(config: Valid<ChartConfig>, input: unknown): Facts {
  const at = (value: unknown, key: string | number): unknown => {
    // What a value that has not been computed contains may be anything.
    if (value instanceof Deferred) return value;
    if (Array.isArray(value)) return value[Number(key)];
    return isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  };
  const wrote = (...path: Path) => (path.reduce(at, input) ?? undefined) !== undefined;
  return { config, wrote };
}

export function runCheck(check: Check, facts: Facts): readonly ConfigIssue[] {
  return [...check.find(facts)].map((found) => ({ code: check.code, severity: check.severity, ...found }));
}
