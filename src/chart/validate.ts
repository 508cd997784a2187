/** Checking a config: its fields, then what only shows when several are seen together. */
import { checks } from "./checks/all.js";
import { factsOf, runCheck } from "./checks/check.js";
import { resourceIssues } from "./checks/resources.js";
import { Deferred, hideDeferred } from "./config/deferred.js";
import { type ChartConfig, chart } from "./config/fields/chart.js";
import { ChartError, type ConfigIssue } from "./config/issue.js";
import { type Findings, root, type Valid } from "./config/schema/schema.js";

export interface Validation {
  /** The config without nulls and with defaults filled in; absent when there are errors. */
  readonly config?: ChartConfig;
  /** Everything that is wrong or suspicious, errors and warnings. */
  readonly issues: readonly ConfigIssue[];
}

/**
 * Finds all that is wrong with a config, in one go. Never throws, whatever the input is; a `Deferred` anywhere in it
 * counts as what is wanted there.
 */
export function validateConfig(input: unknown): Validation {
  return inspect(input);
}

/** What is wrong with a part of a config, such as an overlay: nothing is demanded, but all that is there is checked. */
export function partialIssues(input: unknown): readonly ConfigIssue[] {
  return checkFields(input, true).found.issues;
}

/**
 * The config as it was given, when there is nothing wrong with it.
 * @throws ChartError listing every problem.
 */
export function validateChartConfig<T>(input: T): T {
  demandValid(inspect(input).issues, input);
  return input;
}

/** @throws ChartError when any of the issues is an error. */
export function demandValid(issues: readonly ConfigIssue[], input: unknown): void {
  if (!issues.some(isError)) return;
  const name: unknown = (input as { readonly name?: unknown } | null | undefined)?.name;
  throw new ChartError(issues, typeof name === "string" ? `chart ${JSON.stringify(name)}` : "the chart");
}

export interface Inspection extends Validation {
  /** Whether anything in the config is `Deferred`. */
  readonly deferred: boolean;
}

export function inspect(input: unknown): Inspection {
  if (input instanceof Deferred) return { issues: [], deferred: true };
  const { value, found } = checkFields(input, false);
  const issues = [...found.issues];
  const visible = found.deferred ? hideDeferred(value) : value;
  if (visible !== undefined) issues.push(...runChecks(visible, input));
  const config = issues.some(isError) ? undefined : (value as ChartConfig | undefined);
  if (config === undefined) return { issues, deferred: found.deferred };
  issues.push(...resourceIssues(config, found.deferred));
  return { issues, deferred: found.deferred, ...(!issues.some(isError) && { config }) };
}

function checkFields(input: unknown, fragment: boolean) {
  const found: Findings = { issues: [], deferred: input instanceof Deferred };
  const value = found.deferred ? undefined : chart.check(input, root, { found, fragment, whole: chart });
  return { value: value as Valid<ChartConfig> | undefined, found };
}

function runChecks(config: Valid<ChartConfig>, input: unknown): readonly ConfigIssue[] {
  const facts = factsOf(config, input);
  return checks.flatMap((check) => runCheck(check, facts));
}

export const isError = ({ severity }: ConfigIssue): boolean => severity === "error";
