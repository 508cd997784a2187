/** A chart as data: its `override` is there for Nix programs, and JSON has no functions. */
import { isChart } from "../library/index.js";
import { Attrs } from "../nix/eval/attrs.js";
import { force, isFunction, type Slot, Thunk, type Value } from "../nix/eval/value.js";

/** The value, without the functions directly inside a chart, be it the value itself or somewhere in its sets. */
export function withoutChartFunctions(value: Value): Value {
  if (!(value instanceof Attrs)) return value;
  if (isChart(value)) return value.filter((_, i) => !isFunction(force(value.values[i] as Slot)));
  return value.withValues(value.values.map((slot) => new Thunk(chartFree, slot)));
}

function chartFree(slot: Slot): Value {
  return withoutChartFunctions(force(slot));
}
