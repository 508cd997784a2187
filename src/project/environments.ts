/**
 * `--env A,B`: the same chart for several environments. What an environment changes may be said in three
 * ways, and each is understood: a set with a chart for each (`mkEnvironments`), the config's own
 * `environments`, or a program that reads the variable `ENV`.
 */
import type { Io } from "../io/io.js";
import { isChart, isChartLike } from "../library/index.js";
import { recursiveUpdate } from "../library/recursive-update.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { call1 } from "../nix/eval/call.js";
import { forceAttrs, forceFunction } from "../nix/eval/expect.js";
import type { Machine } from "../nix/eval/machine.js";
import { force, PrimOp, type Slot, type Value } from "../nix/eval/value.js";
import { Problem } from "./problem.js";

/** An environment for one evaluation, and whether anything came of it. */
export class Environment {
  /** Whether the result depends on the environment's name. */
  private matters = false;

  constructor(readonly name: string) {}

  /** The same world, in which the variable `ENV` holds the environment's name. */
  io(io: Io): Io {
    return {
      ...io,
      environment: (variable) => {
        if (variable !== "ENV") return io.environment(variable);
        this.matters = true;
        return this.name;
      },
    };
  }

  /** What the value is in this environment. */
  select(machine: Machine, value: Value): Value {
    if (!(value instanceof Attrs)) return value;
    const name = toBytes(this.name);
    if (isChart(value)) return this.selectChart(machine, value, name);
    if (isChartLike(value)) return this.selectConfig(value, name);
    const chart = value.get(name);
    if (chart === undefined) return value;
    this.matters = true;
    return force(chart);
  }

  /** Throws a `Problem` when the charts that were read are the same in any environment. */
  checkThatItMatters(label: string): void {
    if (this.matters) return;
    throw Problem.of(
      "no-such-environment",
      `${label} has no environment '${this.name}', and does not read the variable ENV`,
      `add \`environments.${this.name}\` to the config, or read \`builtins.getEnv "ENV"\``,
    );
  }

  private selectConfig(config: Attrs, name: string): Attrs {
    const environments = config.get("environments");
    const changes = environments === undefined ? undefined : forceAttrs(environments).get(name);
    if (changes === undefined) return config;
    this.matters = true;
    return recursiveUpdate(
      config.filter((attribute) => attribute !== "environments"),
      changes,
    );
  }

  /** A chart made already is made again from its config, by its own `override`. */
  private selectChart(machine: Machine, chart: Attrs, name: string): Value {
    const override = chart.get("override");
    if (override === undefined) return chart;
    const merge = new PrimOp({
      name: "environment",
      args: ["config"],
      doc: "The config of an environment.",
      pure: true,
      call: (_, config) => this.selectConfig(forceAttrs(config as Slot), name),
    });
    return call1(machine, forceFunction(override), merge);
  }
}
