/** The shape of a builtin's table row. The tables are in src/nix/builtins, one file per topic. */
import type { Machine } from "./machine.js";
import type { Slot, Value } from "./value.js";

export interface Builtin {
  readonly name: string;
  /** Names of the arguments, for documentation; their number is the arity (0 for a constant). */
  readonly args: readonly string[];
  /** One line. */
  readonly doc: string;
  /** Whether the result depends on the arguments alone. Impure ones obey `--pure`. */
  readonly pure: boolean;
  /** Whether it is in scope without `builtins.`, as `map` and `toString` are. */
  readonly global?: boolean;
  /** Name of the experimental feature that must be on for it to exist. */
  readonly experimental?: string;
  /** Arguments arrive unforced. The result is in weak head normal form. */
  readonly call: (machine: Machine, ...args: Slot[]) => Value;
}
