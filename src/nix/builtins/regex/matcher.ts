/**
 * Runs a program on a text, giving the matches that C++'s `std::regex` gives: it tries ways depth first,
 * greedy repetitions before stopping and left branches before right ones. A whole match takes the first
 * way that fits. A search takes the longest of the ways tried, where alternatives are always both tried,
 * but a repetition is not cut short once it has led to a match; so it is not always the longest there is.
 *
 * Unlike the C++ library it does not recurse, and it cannot take exponential time: once it has worked for
 * suspiciously long it remembers from which places no match was found, and never tries these again.
 */
import { RegexError } from "./ast.js";
import { opcode, type Program } from "./program.js";

/** Ways not tried yet, and what to undo before trying them. Each takes `frameSize` numbers on the stack. */
const frame = { stopRepeating: 0, otherBranch: 1, joinBranches: 2, undoBegin: 3, undoEnd: 4, remember: 5 } as const;
const frameSize = 5;

/** What is known of a place (a branching instruction at a position). */
const place = { unknown: 0, failed: 1, matched: 2, open: 3 } as const;

const keptStack = frameSize * 64;

/** Places to remember at most: one byte each. */
const maxPlaces = 2 ** 28;
/** An empty repetition may run twice in one position, so that its groups are set. */
const maxEmptyRuns = 2;

export interface MatchMode {
  /** Whether the match must reach the end of the text. */
  readonly whole: boolean;
  readonly allowEmpty: boolean;
}

export class Matcher {
  /** By group: where it begins and ends; -1 when it took no part. Valid after a match. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /** Where the match ends. */
  end = -1;

  /** The instruction to carry out next, and where in the text. */
  private at = 0;
  private position = 0;
  /** Whether the part being tried has led to a match. */
  private matched = false;
  /** Of the way being tried. */
  private readonly groupBegins: Int32Array;
  private readonly groupEnds: Int32Array;
  /** Of each repetition: where it last ran, and how often there. */
  private readonly runPosition: Int32Array;
  private readonly runCount: Int32Array;
  private stack = new Int32Array(keptStack);
  private top = 0;
  private stepsLeft = 0;
  private memory: Uint8Array | undefined;
  /** Places that led to a match of the current search. */
  private matchedPlaces: number[] = [];

  private text = "";

  constructor(readonly program: Program) {
    const { groups, codes } = program;
    this.begins = new Int32Array(groups + 1);
    this.ends = new Int32Array(groups + 1);
    this.groupBegins = new Int32Array(groups + 1);
    this.groupEnds = new Int32Array(groups + 1);
    this.runPosition = new Int32Array(codes.length);
    this.runCount = new Int32Array(codes.length);
  }

  /** Makes ready for another text. */
  begin(text: string): void {
    this.text = text;
    this.memory = undefined;
    this.matchedPlaces = [];
    this.stepsLeft = 10_000 + 4 * this.program.codes.length * (text.length + 1);
    // What one long text needed is not kept for the many short ones.
    if (this.stack.length > keptStack) this.stack = new Int32Array(keptStack);
  }

  /** Looks for a match that begins at `start`. */
  match(start: number, mode: MatchMode): boolean {
    this.groupBegins.fill(-1);
    this.groupEnds.fill(-1);
    this.runPosition.fill(-1);
    this.end = -1;
    this.top = 0;
    this.run(start, mode);
    if (this.end < 0) return false;
    this.forgetMatch();
    return true;
  }

  private run(start: number, mode: MatchMode): void {
    this.at = this.program.start;
    this.position = start;
    this.matched = false;
    const untilFirst = mode.whole || !this.program.hasAlternatives;
    do {
      while (this.step());
      if (this.program.codes[this.at] === opcode.accept && this.accepts(start, mode)) {
        this.matched = true;
        this.record();
        if (untilFirst) return;
      }
    } while (this.backtrack(untilFirst));
  }

  /** Carries out one instruction; tells whether this way goes on. */
  private step(): boolean {
    const { codes, next, other } = this.program;
    const { at } = this;
    switch (codes[at]) {
      case opcode.bytes:
        if ((this.program.sets[at] as Uint8Array)[this.text.charCodeAt(this.position)] !== 1) return false;
        this.position++;
        break;
      case opcode.repeat:
      case opcode.either:
        return this.branch(at);
      case opcode.groupBegin:
        this.setGroup(frame.undoBegin, this.groupBegins, other[at] as number);
        break;
      case opcode.groupEnd:
        this.setGroup(frame.undoEnd, this.groupEnds, other[at] as number);
        break;
      case opcode.lineBegin:
        if (this.position !== 0) return false;
        break;
      case opcode.lineEnd:
        if (this.position !== this.text.length) return false;
        break;
      default:
        return false;
    }
    this.at = next[at] as number;
    return true;
  }

  private setGroup(undo: number, places: Int32Array, group: number): void {
    this.push(undo, group, places[group] as number);
    places[group] = this.position;
  }

  private branch(at: number): boolean {
    const { codes, next, other } = this.program;
    const known = this.stepsLeft-- > 0 ? place.unknown : this.enter(at);
    if (known !== place.unknown) {
      this.matched = known === place.matched;
      return false;
    }
    if (codes[at] === opcode.either) {
      this.push(frame.otherBranch, next[at] as number, this.position);
      this.at = other[at] as number;
    } else {
      this.at = (this.beginRun(at) ? other[at] : next[at]) as number;
    }
    return true;
  }

  private accepts(start: number, { whole, allowEmpty }: MatchMode): boolean {
    return (!whole || this.position === this.text.length) && (allowEmpty || this.position > start);
  }

  /** Undoes steps until there is another way to try; tells whether there is one. */
  private backtrack(untilFirst: boolean): boolean {
    while (this.top > 0) {
      this.top -= frameSize;
      const { stack, top } = this;
      const a = stack[top + 1] as number;
      const b = stack[top + 2] as number;
      switch (stack[top]) {
        case frame.undoBegin:
          this.groupBegins[a] = b;
          break;
        case frame.undoEnd:
          this.groupEnds[a] = b;
          break;
        case frame.stopRepeating:
          this.runPosition[a] = stack[top + 3] as number;
          this.runCount[a] = stack[top + 4] as number;
          if (this.matched) break;
          return this.resume(this.program.next[a] as number, b);
        case frame.otherBranch:
          if (!untilFirst) this.push(frame.joinBranches, this.matched ? 1 : 0, 0);
          this.matched = false;
          return this.resume(a, b);
        case frame.joinBranches:
          this.matched ||= a === 1;
          break;
        default:
          this.leave(a);
      }
    }
    return false;
  }

  private resume(at: number, position: number): true {
    this.at = at;
    this.position = position;
    return true;
  }

  private record(): void {
    if (this.position <= this.end) return;
    this.end = this.position;
    this.begins.set(this.groupBegins);
    this.ends.set(this.groupEnds);
  }

  /** Whether a repetition may run (once more) in this position. */
  private beginRun(at: number): boolean {
    const { position } = this;
    const lastPosition = this.runPosition[at] as number;
    const count = this.runCount[at] as number;
    const runs = lastPosition === position ? count : 0;
    if (runs >= maxEmptyRuns) return false;
    this.push(frame.stopRepeating, at, position, lastPosition, count);
    this.runPosition[at] = position;
    this.runCount[at] = runs + 1;
    return true;
  }

  private push(kind: number, a: number, b: number, c = 0, d = 0): void {
    if (this.top + frameSize > this.stack.length) {
      const larger = new Int32Array(this.stack.length * 2);
      larger.set(this.stack);
      this.stack = larger;
    }
    const { stack, top } = this;
    stack[top] = kind;
    stack[top + 1] = a;
    stack[top + 2] = b;
    stack[top + 3] = c;
    stack[top + 4] = d;
    this.top = top + frameSize;
  }

  /** What is known of a place. One that is being tried further up cannot lead to anything new. */
  private enter(at: number): number {
    this.memory ??= this.makeMemory();
    const index = this.position * this.program.branches + (this.program.branch[at] as number);
    const known = this.memory[index] as number;
    if (known === place.open) return place.failed;
    if (known === place.unknown) {
      this.memory[index] = place.open;
      this.push(frame.remember, index, 0);
    }
    return known;
  }

  private leave(index: number): void {
    const { matched } = this;
    if (this.memory === undefined) return;
    this.memory[index] = matched ? place.matched : place.failed;
    if (matched) this.matchedPlaces.push(index);
  }

  private makeMemory(): Uint8Array {
    const size = this.program.branches * (this.text.length + 1);
    if (size > maxPlaces) throw new RegexError("too-large");
    return new Uint8Array(size);
  }

  /** A further search begins where this match ended. Failures still count there, and nothing else. */
  private forgetMatch(): void {
    const { memory } = this;
    if (memory === undefined) return;
    for (const index of this.matchedPlaces) memory[index] = place.unknown;
    this.matchedPlaces = [];
    for (let frameTop = 0; frameTop < this.top; frameTop += frameSize) {
      if (this.stack[frameTop] === frame.remember) memory[this.stack[frameTop + 1] as number] = place.unknown;
    }
    // A place in the position of the match's end may have failed only because it was open further up.
    const { branches } = this.program;
    memory.fill(place.unknown, this.end * branches, (this.end + 1) * branches);
  }
}
