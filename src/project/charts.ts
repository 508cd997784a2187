/**
 * The charts in a value: the value itself, or those in a set of them, each with the way to it. All are
 * looked at, also after one of them has failed, so that one run reports everything.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type ChartOutput, isChartLike, readChart } from "../library/index.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toText } from "../nix/eval/bytes.js";
import { isDerivation } from "../nix/eval/equality.js";
import { NixError } from "../nix/eval/errors.js";
import { typeName } from "../nix/eval/expect.js";
import { force, isFunction, type Slot, type Value } from "../nix/eval/value.js";
import { Problem } from "./problem.js";
import type { Session } from "./session.js";

export interface NamedChart {
  /** The attributes from the value that was given to the chart; empty when it is the chart. */
  readonly path: readonly string[];
  readonly chart: ChartOutput;
}

/** Sets of charts are nested by environment or team; whatever is deeper is something else. */
const maxNesting = 4;

/** Throws a `Problem` with all there is to mend; gives at least one chart. `label` names the value in messages. */
export function collectCharts(session: Session, value: Value, label: string): readonly NamedChart[] {
  const { charts, problems } = chartsIn(session, value);
  if (problems.length > 0) throw new Problem(problems);
  if (charts.length === 0) throw noChart(value, label);
  return charts;
}

/** The charts that can be read, and what is wrong with the others. */
export function chartsIn(session: Session, value: Value): Pick<ChartCollector, "charts" | "problems"> {
  const collector = new ChartCollector(session);
  collector.visitSafely(() => value, []);
  return collector;
}

class ChartCollector {
  readonly charts: NamedChart[] = [];
  readonly problems: Diagnostic[] = [];
  private readonly seen = new Set<Attrs>();

  constructor(private readonly session: Session) {}

  visitSafely(evaluate: () => Value, path: readonly string[]): void {
    this.session.attempt(
      () => this.visit(evaluate(), path),
      (diagnostics) => {
        this.problems.push(...diagnostics);
      },
    );
  }

  private visit(value: Value, path: readonly string[]): void {
    if (!(value instanceof Attrs)) return;
    // The default of a flake is one of its packages, which need not be built twice.
    if (this.seen.has(value) && (path.at(-1) === "default" || !isChartLike(value))) return;
    this.seen.add(value);
    if (isChartLike(value)) this.read(value, path);
    else if (path.length < maxNesting && !isDerivation(value)) this.members(value, path);
  }

  private read(value: Attrs, path: readonly string[]): void {
    const chart = locating(value, () => readChart(this.session.machine, value));
    if (chart !== undefined) this.charts.push({ path, chart });
  }

  private members(set: Attrs, path: readonly string[]): void {
    for (const name of defaultLast(set.names)) {
      this.visitSafely(() => force(set.get(name) as Slot), [...path, toText(name)]);
    }
  }
}

function defaultLast(names: readonly string[]): readonly string[] {
  const others = names.filter((name) => name !== "default");
  return others.length < names.length ? [...others, "default"] : names;
}

/** A problem of the config as a whole, such as a missing name, is shown where the config begins. */
function locating<T>(config: Attrs, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof NixError) error.span ??= config.names.map((name) => config.position(name)).find(Boolean);
    throw error;
  }
}

function noChart(value: Value, label: string): Problem {
  if (value instanceof Attrs && isDerivation(value)) {
    return Problem.of(
      "not-a-chart",
      `${label} is a derivation, and building one needs real Nix`,
      "`nhg eval` shows what it evaluates to; `nix build` builds it",
    );
  }
  const what = isFunction(value) ? "a function whose arguments nhg does not know" : describe(value);
  const help =
    value instanceof Attrs && value.has("app")
      ? "this is a part of a chart: merge it into one; `nhg check` checks it as a part"
      : "a chart is what `mkChart` gives, or a set with `name`, `version` and `app`";
  return Problem.of("not-a-chart", `there is no chart in ${label}: it is ${what}`, help);
}

function describe(value: Value): string {
  if (!(value instanceof Attrs)) return typeName(value);
  if (value.size === 0) return "an empty set";
  const names = value.names.slice(0, 8).map(toText);
  return `a set of ${names.join(", ")}${value.size > names.length ? ", …" : ""}`;
}
