/** Which charts of a group are on, and in which order they come. */
import type { MultiChartConfig } from "./config/fields/multi-chart.js";
import type { ConfigIssue, Path } from "./config/issue.js";
import type { Valid } from "./config/schema/schema.js";
import { isPlainObject } from "./config/schema/schema.js";

/** One chart of the group, as something needs it. */
export interface Need {
  /** The chart that needs it; `undefined` for the group as a whole. */
  readonly by: string | undefined;
  readonly name: string;
  /** Whether the need is there at all. */
  readonly holds: boolean;
  readonly path: Path;
}

type Group = Valid<MultiChartConfig>;
type Condition = boolean | string | undefined;

/** Everything that needs something, from either form of `dependencies`. */
export function needsIn(group: Group): readonly Need[] {
  const { dependencies = [] } = group;
  return Array.isArray(dependencies)
    ? [...listedNeeds(group, dependencies)]
    : [...mappedNeeds(group, dependencies as Mapped)];
}

interface Listed {
  readonly name?: string | undefined;
  readonly condition?: Condition;
  readonly repository?: string | undefined;
  readonly needs?: readonly (Item | undefined)[] | undefined;
}
type Item = string | { readonly name?: string | undefined; readonly condition?: Condition };
type Mapped = Readonly<Record<string, readonly (Item | undefined)[] | undefined>>;

function* listedNeeds(group: Group, list: readonly (Listed | undefined)[]): Iterable<Need> {
  for (const [index, item] of list.entries()) {
    // What has a repository is Helm's to fetch; there is nothing to put in order.
    if (item?.name === undefined || item.repository !== undefined) continue;
    const path = ["dependencies", index];
    yield { by: undefined, name: item.name, holds: holds(group, item.condition), path: [...path, "name"] };
    yield* itemNeeds(group, item.name, item.needs, [...path, "needs"]);
  }
}

function* mappedNeeds(group: Group, map: Mapped): Iterable<Need> {
  for (const [by, items] of Object.entries(map)) yield* itemNeeds(group, by, items, ["dependencies", by]);
}

function* itemNeeds(group: Group, by: string, items: Mapped[string], at: Path): Iterable<Need> {
  for (const [index, item] of items?.entries() ?? []) {
    const { name, condition = undefined } = typeof item === "string" ? { name: item } : (item ?? {});
    if (name !== undefined) yield { by, name, holds: holds(group, condition), path: [...at, index] };
  }
}

/** A path is looked up in the charts, then in what is global. As in Helm, one that leads nowhere changes nothing. */
function holds({ charts, global }: Group, condition: Condition): boolean {
  if (typeof condition !== "string") return condition ?? true;
  for (const values of [charts, global]) {
    const value = condition.split(".").reduce<unknown>(step, values);
    if (typeof value === "boolean") return value;
  }
  return true;
}

const step = (at: unknown, key: string) => (isPlainObject(at) && Object.hasOwn(at, key) ? at[key] : undefined);

/** A chart is off when everything that needs it is conditional and no condition holds. */
export function isOn(chart: string, needs: readonly Need[]): boolean {
  const own = needs.filter(({ name }) => name === chart);
  return own.length === 0 || own.some(({ holds }) => holds);
}

/** Needs of charts that are not in the group. */
export function* unknownNeeds(charts: readonly string[], needs: readonly Need[]): Iterable<ConfigIssue> {
  const help = `The charts are ${charts.join(", ")}.`;
  for (const { by, name, path } of needs) {
    for (const chart of by === undefined ? [name] : [by, name]) {
      if (charts.includes(chart)) continue;
      const message = `there is no chart ${JSON.stringify(chart)}`;
      yield { code: "unknown-chart", severity: "error", path, message, help };
    }
  }
}

export interface Order {
  /** What is needed comes before what needs it; otherwise the order is that of the names given. */
  readonly order: readonly string[];
  /** A chart that needs itself, with those between: `web`, `db`, `web`. */
  readonly cycle?: readonly string[];
}

/** Depth-first with a stack of our own, because a chain may be long. */
export function orderOf(charts: readonly string[], needs: readonly Need[]): Order {
  const needed = needMap(charts, needs);
  const order = new Set<string>();
  for (const start of charts) {
    const way = new Set<string>([start]);
    const stack = [start];
    for (let chart = stack.at(-1); chart !== undefined; chart = stack.at(-1)) {
      const next = order.has(chart) ? undefined : needed.get(chart)?.find((each) => !order.has(each));
      if (next === undefined) {
        order.add(chart);
        way.delete(chart);
        stack.pop();
      } else if (way.has(next)) {
        return { order: [], cycle: [...stack.slice(stack.indexOf(next)), next] };
      } else {
        way.add(next);
        stack.push(next);
      }
    }
  }
  return { order: [...order] };
}

function needMap(charts: readonly string[], needs: readonly Need[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>(charts.map((chart) => [chart, []]));
  for (const { by, name, holds } of needs) if (holds && by !== undefined && map.has(name)) map.get(by)?.push(name);
  return map;
}
