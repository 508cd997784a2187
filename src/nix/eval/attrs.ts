/**
 * Attribute sets. The names, sorted by bytes, live in a `Shape`, the values in an array beside it in
 * the same order. A literal's shape is made once by the compiler and shared by every set the literal
 * makes, so making one costs an array, `mapAttrs` keeps the shape, and a select remembers where it
 * found its name for as long as the same shape comes along.
 */
import type { Span } from "../syntax/source.js";
import type { Slot } from "./value.js";

/** Below this many names a scan is quicker than a map. */
const scanLimit = 8;

/** From how many times larger the left side of `//` must be for the right side to be put into it name by name. */
const fewFactor = 8;

export class Shape {
  private index: Map<string, number> | undefined;
  private lookups = 0;

  /** `names` must be sorted by `compareNames` and unique. */
  constructor(readonly names: readonly string[]) {}

  /** Where `name` stands, or -1. */
  find(name: string): number {
    const names = this.names;
    if (names.length <= scanLimit) return names.indexOf(name);
    if (this.index !== undefined) return this.index.get(name) ?? -1;
    // A map is worth its cost only to a shape that is asked often: growing sets are not.
    if (++this.lookups * 8 > names.length) {
      this.index = new Map();
      for (let i = 0; i < names.length; i++) this.index.set(names[i] as string, i);
      return this.index.get(name) ?? -1;
    }
    const at = lowerBound(names, name);
    return names[at] === name ? at : -1;
  }
}

/** Where `name` stands, or would have to be put. */
function lowerBound(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as string) < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Byte order, which is Nix's. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where an attribute's name was written. */
export interface AttrSpan extends Span {
  /** Where Nix says that the attribute is: at the start of its path, which for `b` of `a.b = 1` is `a`. */
  readonly pathStart: number;
  /** Where the items of its value were written, when that is a list literal. */
  readonly items?: readonly { readonly start: number; readonly end: number }[];
}

/** Where the attributes of a set were written; answers on demand, because it is rarely asked. */
export interface Positions {
  find(name: string): AttrSpan | undefined;
}

const emptyShape = new Shape([]);

export class Attrs {
  static readonly empty = new Attrs(emptyShape, [], undefined);

  constructor(
    readonly shape: Shape,
    /** In the order of `shape.names`. The evaluator may replace a thunk here by its value. */
    readonly values: Slot[],
    readonly positions: Positions | undefined,
  ) {}

  /** From entries in any order; of equal names the first wins, as in `listToAttrs`. */
  static from(entries: Iterable<readonly [string, Slot]>, positions?: Positions): Attrs {
    const found = new Map<string, Slot>();
    for (const [name, value] of entries) if (!found.has(name)) found.set(name, value);
    // JavaScript's own order of byte strings is that of `compareNames`, and quicker.
    const names = [...found.keys()].sort();
    return new Attrs(
      new Shape(names),
      names.map((name) => found.get(name) as Slot),
      positions,
    );
  }

  get size(): number {
    return this.values.length;
  }

  /** Sorted by bytes. */
  get names(): readonly string[] {
    return this.shape.names;
  }

  get(name: string): Slot | undefined {
    const at = this.shape.find(name);
    return at < 0 ? undefined : this.values[at];
  }

  has(name: string): boolean {
    return this.shape.find(name) >= 0;
  }

  /** Where the attribute was written, when that is known. */
  position(name: string): AttrSpan | undefined {
    // The positions may be those of a larger set that this one was made from.
    return this.has(name) ? this.positions?.find(name) : undefined;
  }

  /** The same names with other values. */
  withValues(values: Slot[]): Attrs {
    return new Attrs(this.shape, values, this.positions);
  }

  /** A new set of only the attributes whose index passes; values and positions are kept. */
  filter(keep: (name: string, index: number) => boolean): Attrs {
    const names: string[] = [];
    const values: Slot[] = [];
    this.shape.names.forEach((name, i) => {
      if (!keep(name, i)) return;
      names.push(name);
      values.push(this.values[i] as Slot);
    });
    if (names.length === this.size) return this.withValues(values);
    return new Attrs(new Shape(names), values, this.positions);
  }

  /** `this // other` */
  update(other: Attrs): Attrs {
    if (other.size === 0) return this;
    if (this.size === 0) return other;
    const positions = mergePositions(this, other);
    if (this.shape === other.shape) return new Attrs(this.shape, other.values, positions);
    const few = other.size * fewFactor <= this.size;
    return few ? insert(this, other, positions) : merge(this, other, positions);
  }
}

/** A few names into a large set: copying whole arrays and making room costs less than walking them. */
function insert(left: Attrs, right: Attrs, positions: Positions | undefined): Attrs {
  const values = left.values.slice();
  let names: string[] | undefined;
  for (let i = 0; i < right.size; i++) {
    const name = right.shape.names[i] as string;
    const slot = right.values[i] as Slot;
    const at = lowerBound(names ?? left.shape.names, name);
    if ((names ?? left.shape.names)[at] === name) {
      values[at] = slot;
    } else {
      names ??= left.shape.names.slice();
      names.splice(at, 0, name);
      values.splice(at, 0, slot);
    }
  }
  return new Attrs(names === undefined ? left.shape : new Shape(names), values, positions);
}

function merge(left: Attrs, right: Attrs, positions: Positions | undefined): Attrs {
  const a = left.shape.names;
  const b = right.shape.names;
  const names: string[] = [];
  const values: Slot[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as string;
    const y = b[j] as string;
    if (x < y) {
      names.push(x);
      values.push(left.values[i++] as Slot);
    } else {
      if (x === y) i++;
      names.push(y);
      values.push(right.values[j++] as Slot);
    }
  }
  for (; i < a.length; i++) {
    names.push(a[i] as string);
    values.push(left.values[i] as Slot);
  }
  for (; j < b.length; j++) {
    names.push(b[j] as string);
    values.push(right.values[j] as Slot);
  }
  // When the right side added no name, the left shape still fits.
  const shape = names.length === a.length ? left.shape : new Shape(names);
  return new Attrs(shape, values, positions);
}

/** Positions of a merged set: the right side's for the names it has. */
class MergedPositions implements Positions {
  constructor(
    private readonly left: Positions | undefined,
    private readonly rightShape: Shape,
    private readonly right: Positions | undefined,
  ) {}

  find(name: string): AttrSpan | undefined {
    // A loop, not a recursion: a set may be the fruit of a hundred thousand updates.
    let at: Positions | undefined = this;
    while (at instanceof MergedPositions) {
      const step: MergedPositions = at;
      at = step.rightShape.find(name) >= 0 ? step.right : step.left;
    }
    return at?.find(name);
  }
}

function mergePositions(left: Attrs, right: Attrs): Positions | undefined {
  if (left.positions === undefined && right.positions === undefined) return undefined;
  return new MergedPositions(left.positions, right.shape, right.positions);
}
