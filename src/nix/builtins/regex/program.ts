/** Tree → instructions for the matcher. Counted repetitions are written out. */
import { type ByteSet, byteSet, type Regex, RegexError } from "./ast.js";
import { parseRegex } from "./parse.js";

/** What an instruction does; then comes the one at `next`. */
export const opcode = {
  /** The whole pattern has matched. */
  accept: 0,
  /** One byte of the set in `sets`. */
  bytes: 1,
  /** First the body at `other`, which leads back here or on; then `next`. */
  repeat: 2,
  /** First the branch at `other`, then the one at `next`. */
  either: 3,
  groupBegin: 4,
  groupEnd: 5,
  lineBegin: 6,
  lineEnd: 7,
} as const;

export interface Program {
  readonly start: number;
  readonly groups: number;
  readonly codes: readonly number[];
  readonly next: readonly number[];
  /** Of `repeat` and `either`: the preferred way. Of groups: their number. */
  readonly other: readonly number[];
  readonly sets: readonly (ByteSet | undefined)[];
  /** Of `repeat` and `either`: their number among these. */
  readonly branch: readonly number[];
  readonly branches: number;
  readonly hasAlternatives: boolean;
  /** Bytes that a match can begin with; `undefined` when it may be empty. */
  readonly first: ByteSet | undefined;
}

/** The limit of the C++ library that Nix uses. */
const maxInstructions = 100_000;

export function compileRegex(pattern: string): Program {
  const { tree, groups } = parseRegex(pattern);
  const assembler = new Assembler();
  const start = assembler.add(tree, assembler.emit(opcode.accept, -1));
  return assembler.finish(start, groups);
}

class Assembler {
  private readonly codes: number[] = [];
  private readonly next: number[] = [];
  private readonly other: number[] = [];
  private readonly sets: (ByteSet | undefined)[] = [];
  private readonly branch: number[] = [];
  private branches = 0;

  emit(code: number, next: number, other = -1, set?: ByteSet): number {
    if (this.codes.length >= maxInstructions) throw new RegexError("too-large");
    const isBranch = code === opcode.repeat || code === opcode.either;
    this.next.push(next);
    this.other.push(other);
    this.sets.push(set);
    this.branch.push(isBranch ? this.branches++ : -1);
    return this.codes.push(code) - 1;
  }

  /** Adds what matches `tree` and goes on at `next`; gives where it starts. */
  add(tree: Regex, next: number): number {
    switch (tree.kind) {
      case "bytes":
        return this.emit(opcode.bytes, next, -1, tree.bytes);
      case "line-begin":
        return this.emit(opcode.lineBegin, next);
      case "line-end":
        return this.emit(opcode.lineEnd, next);
      case "group": {
        const end = this.emit(opcode.groupEnd, next, tree.index);
        return this.emit(opcode.groupBegin, this.add(tree.body, end), tree.index);
      }
      case "sequence":
        return tree.items.reduceRight((at, item) => this.add(item, at), next);
      case "either": {
        const right = this.add(tree.right, next);
        return this.emit(opcode.either, right, this.add(tree.left, next));
      }
      case "repeat":
        return this.repeat(tree, next);
    }
  }

  private repeat({ body, min, max }: Regex & { kind: "repeat" }, next: number): number {
    let at = next;
    let copies = min;
    if (max === Number.POSITIVE_INFINITY) {
      at = this.emit(opcode.repeat, next);
      const start = this.add(body, at);
      this.other[at] = start;
      // `x+` goes through the loop's own body first.
      if (min === 1) return start;
    } else {
      for (let i = min; i < max; i++) at = this.emit(opcode.repeat, next, this.add(body, at));
    }
    for (; copies > 0; copies--) {
      const before = this.codes.length;
      at = this.add(body, at);
      // Nothing times a billion is nothing.
      if (this.codes.length === before) break;
    }
    return at;
  }

  finish(start: number, groups: number): Program {
    const { codes, next, other, sets, branch, branches } = this;
    const hasAlternatives = codes.includes(opcode.either);
    return {
      start,
      groups,
      codes,
      next,
      other,
      sets,
      branch,
      branches,
      hasAlternatives,
      first: this.firstBytes(start),
    };
  }

  /** Follows all ways from the start until they read a byte. */
  private firstBytes(start: number): ByteSet | undefined {
    const sets: ByteSet[] = [];
    const reachable = new Set([start]);
    for (const at of reachable) {
      const code = this.codes[at];
      if (code === opcode.accept) return undefined;
      if (code === opcode.bytes) sets.push(this.sets[at] as ByteSet);
      else reachable.add(this.next[at] as number);
      if (code === opcode.repeat || code === opcode.either) reachable.add(this.other[at] as number);
    }
    return byteSet((code) => sets.some((set) => set[code] === 1));
  }
}
