/** From charts to files in the store. Nothing is written before all of it is known to be right. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type ManifestFormat, manifestFiles } from "../output/manifests.js";
import { autoCall } from "./auto-call.js";
import { collectCharts, type NamedChart } from "./charts.js";
import { Environment } from "./environments.js";
import { Problem } from "./problem.js";
import { Session, type SessionOptions } from "./session.js";
import { outputPath, writeOutput } from "./store.js";
import { linkName, pointLink } from "./store-link.js";
import type { Output } from "./store-path.js";
import type { Target } from "./target.js";

export interface BuildPlan {
  readonly label: string;
  readonly charts: readonly NamedChart[];
  readonly output: Output;
}

/** Evaluates a target and lays out its files. Throws what evaluation throws, or a `Problem`. */
export function planBuild(
  target: Target,
  environments: readonly string[],
  format: ManifestFormat,
  options: SessionOptions,
): BuildPlan {
  const charts = environments.length === 0 ? evaluateCharts(target, options) : matrix(target, environments, options);
  reportWarnings(charts, options);
  return { label: target.label, charts, output: { name: outputName(charts), files: layOut(charts, format) } };
}

/** Charts that share a config share its warnings, which are worth saying once. */
function reportWarnings(charts: readonly NamedChart[], { report }: SessionOptions): void {
  const distinct = new Map(charts.flatMap(({ chart }) => chart.warnings).map((each) => [JSON.stringify(each), each]));
  for (const warning of distinct.values()) report(warning);
}

function evaluateCharts(target: Target, options: SessionOptions, environment?: Environment): readonly NamedChart[] {
  const session = new Session(environment === undefined ? options : { ...options, io: environment.io(options.io) });
  try {
    const value = autoCall(session.machine, target.evaluate(session), session.arguments);
    const selected = environment === undefined ? value : environment.select(session.machine, value);
    const charts = collectCharts(session, selected, target.label);
    environment?.checkThatItMatters(target.label);
    return charts;
  } catch (error) {
    throw new Problem(session.explain(error));
  }
}

/** Every environment is evaluated, also when one fails. Several of them have a folder each. */
function matrix(target: Target, names: readonly string[], options: SessionOptions): readonly NamedChart[] {
  const problems: Diagnostic[] = [];
  const charts = names.flatMap((name) => {
    try {
      const found = evaluateCharts(target, options, new Environment(name));
      return names.length === 1 ? found : found.map(({ path, chart }) => ({ path: [name, ...path], chart }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(...error.diagnostics);
      return [];
    }
  });
  if (problems.length > 0) throw new Problem(problems);
  return charts;
}

function outputName(charts: readonly NamedChart[]): string {
  const [first, ...others] = charts;
  const { name } = (first as NamedChart).chart;
  return others.every(({ chart }) => chart.name === name) ? name : "charts";
}

/** A chart alone has its files at the top; of several, each has a folder that is named as its attribute is. */
function layOut(charts: readonly NamedChart[], format: ManifestFormat): Output["files"] {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const { path, chart } of charts) {
    const folder = path.map(folderName).join("/");
    claim(folders, folder, path.join("."));
    for (const [name, text] of manifestFiles(chart.resources, format)) {
      files.set(folder === "" ? name : `${folder}/${name}`, text);
    }
  }
  return files;
}

/** Of characters that every file system takes, and no way up. */
function folderName(attribute: string): string {
  return attribute.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+|[.]+$/g, "") || "chart";
}

/** There are file systems that do not tell upper case from lower. */
function claim(folders: Map<string, string>, folder: string, attribute: string): void {
  const key = folder.toLowerCase();
  const other = folders.get(key);
  if (other === undefined) {
    folders.set(key, attribute);
    return;
  }
  throw Problem.of(
    "same-folder",
    `the charts '${other}' and '${attribute}' would be written to the same folder '${folder}'`,
    "rename one of the attributes",
  );
}

export interface BuiltOutput {
  readonly plan: BuildPlan;
  /** The output's folder in the store; native, absolute. */
  readonly path: string;
  /** Where the link is, if one was made. */
  readonly link?: string;
}

/** Where the outputs would be, with nothing written. */
export function previewBuilds(plans: readonly BuildPlan[], store: string): readonly BuiltOutput[] {
  return plans.map((plan) => ({ plan, path: outputPath(store, plan.output) }));
}

/** Writes the outputs, and points links at them: `link`, `link-1`, … for one plan each. */
export function writeBuilds(
  plans: readonly BuildPlan[],
  store: string,
  link: string | undefined,
): readonly BuiltOutput[] {
  const paths = plans.map((plan) => writeOutput(store, plan.output));
  return plans.map((plan, i) => {
    const path = paths[i] as string;
    if (link === undefined) return { plan, path };
    const name = linkName(link, i);
    pointLink(name, path);
    return { plan, path, link: name };
  });
}
