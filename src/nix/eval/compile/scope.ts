/**
 * Static scopes. The compiler turns every variable into a pair (how many scopes up, which slot), so
 * that nothing is looked up by name at run time, except in the sets of `with`.
 *
 * Each scope here has one run-time scope (`Env`) of the same depth: `[enclosing, slot 1, slot 2, …]`;
 * for `with` the one slot holds the set.
 */
import type { Value } from "../value.js";

export class Scope {
  private constructor(
    readonly parent: Scope | undefined,
    readonly kind: "globals" | "names" | "with",
    private readonly slots: ReadonlyMap<string, number>,
    private readonly globals: ReadonlyMap<string, Value>,
  ) {}

  static root(globals: ReadonlyMap<string, Value>): Scope {
    return new Scope(undefined, "globals", noSlots, globals);
  }

  /** A scope whose names stand in slots 1, 2, … in the order given. */
  names(names: Iterable<string>): Scope {
    const slots = new Map<string, number>();
    let next = 1;
    for (const name of names) slots.set(name, next++);
    return new Scope(this, "names", slots, noGlobals);
  }

  with(): Scope {
    return new Scope(this, "with", noSlots, noGlobals);
  }

  /** The slot of a name of this very scope. */
  slot(name: string): number {
    return this.slots.get(name) as number;
  }

  /** Names bound by the text win over every `with`, however near. */
  resolve(name: string): Resolution {
    const withs: number[] = [];
    let depth = 0;
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent, depth++) {
      if (scope.kind === "with") withs.push(depth);
      const index = scope.slots.get(name);
      if (index !== undefined) return { kind: "local", depth, index };
      const value = scope.globals.get(name);
      if (value !== undefined) return { kind: "global", value };
    }
    return { kind: "with", depths: withs };
  }
}

export type Resolution =
  | { readonly kind: "local"; readonly depth: number; readonly index: number }
  | { readonly kind: "global"; readonly value: Value }
  /** From the nearest of these `with`s that has it; none means that the variable is undefined. */
  | { readonly kind: "with"; readonly depths: readonly number[] };

const noSlots: ReadonlyMap<string, number> = new Map();
const noGlobals: ReadonlyMap<string, Value> = new Map();
