/** Checking a config: its fields, then what only shows when several are seen together. */
import { checks, resourceChecks } from "./checks/all.js";
import { factsOf, runCheck } from "./checks/check.js";
import { Deferred, DeferredError, demandComputed, hideDeferred } from "./config/deferred.js";
import { type ChartConfig, chart } from "./config/fields/chart.js";
import { ChartError, type ConfigIssue } from "./config/issue.js";
import { type Findings, isPlainObject, root, type Valid } from "./config/schema/schema.js";
import { distinct, mergeLayers, placeInLayers } from "./layers.js";
import { draftsOf } from "./resources/drafts.js";

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
  const whole = inspectOne(input);
  const issues = distinct([...whole.issues, ...environmentIssues(input)]);
  if (!issues.some(isError)) return { ...whole, issues };
  return { issues, deferred: whole.deferred };
}

/** What is wrong with an environment only shows when it is merged over the rest. */
function environmentIssues(input: unknown): readonly ConfigIssue[] {
  if (!isPlainObject(input) || !isPlainObject(input.environments)) return [];
  const { environments, ...base } = input;
  return Object.entries(environments as object).flatMap(([name, value]) => {
    if (!isPlainObject(value)) return [];
    const layers = [
      { at: [], value: base },
      { at: ["environments", name], value },
    ];
    return inspectOne(mergeLayers(layers)).issues.map((issue) => placeInLayers(issue, layers));
  });
}

function inspectOne(input: unknown): Inspection {
  if (input instanceof Deferred) return { issues: [], deferred: true };
  const { value, found } = checkFields(input, false);
  const issues = [...found.issues];
  const visible = found.deferred ? hideDeferred(value) : value;
  if (visible !== undefined) issues.push(...runChecks(visible, input));
  const { deferred } = found;
  if (issues.some(isError)) return { issues, deferred };
  const config = value as ChartConfig;
  issues.push(...resourceIssues(config, deferred));
  return issues.some(isError) ? { issues, deferred } : { issues, deferred, config };
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

/** Nothing is said about what cannot be known yet. */
function resourceIssues(config: ChartConfig, deferred: boolean): readonly ConfigIssue[] {
  const computed = deferred ? demandComputed(config) : config;
  try {
    const drafts = draftsOf(computed);
    return resourceChecks.flatMap(({ code, severity, find }) =>
      [...find(computed, drafts)].map((found) => ({ code, severity, ...found })),
    );
  } catch (error) {
    if (error instanceof DeferredError) return [];
    throw error;
  }
}

export const isError = ({ severity }: ConfigIssue): boolean => severity === "error";
