/** Chart.yaml. */
import type { ChartConfig } from "./config/fields/chart.js";
import { nonEmpty, plain, sorted } from "./resources/tidy.js";

/** The content of Chart.yaml, in the order in which Helm's own documentation has it. */
export interface ChartMeta {
  readonly apiVersion: "v2";
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly type?: "application" | "library";
  readonly keywords?: readonly string[];
  readonly home?: string;
  readonly sources?: readonly string[];
  readonly dependencies?: readonly ChartDependency[];
  readonly maintainers?: readonly ChartMaintainer[];
  readonly icon?: string;
  readonly appVersion?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

export type ChartDependency = NonNullable<ChartConfig["dependencies"]>[number];
export type ChartMaintainer = NonNullable<ChartConfig["maintainers"]>[number];

export function chartMeta(config: ChartConfig): ChartMeta {
  const meta = {
    apiVersion: "v2",
    name: config.name,
    version: config.version,
    description: config.description,
    type: config.type,
    keywords: nonEmpty(config.keywords),
    home: config.home,
    sources: nonEmpty(config.sources),
    dependencies: nonEmpty(config.dependencies),
    maintainers: nonEmpty(config.maintainers),
    icon: config.icon,
    appVersion: config.appVersion,
    annotations: config.annotations && sorted(config.annotations),
  };
  return plain(meta) as unknown as ChartMeta;
}
