/**
 * A Nix source text. Nix strings are sequences of bytes, so the text is kept as a "byte string":
 * a JavaScript string in which every character code is one byte (0–255). Offsets, lengths and Nix
 * columns then agree with Nix, and V8 stores such strings in one byte per character.
 */
export class Source {
  private starts: number[] | undefined;

  constructor(
    /** Absolute path, or a description such as `(string)`, for messages. */
    readonly name: string,
    /** The text as a byte string. */
    readonly text: string,
    /** Absolute folder that relative path literals are resolved against. */
    readonly directory: string,
    /** Whether `name` is a file's path rather than a description. */
    readonly isFile: boolean,
  ) {}

  /** Line and column of a byte offset, both from 1; the column counts bytes, as in Nix. */
  position(offset: number): { line: number; column: number } {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] as number) + 1 };
  }

  /** The bytes of a line (counted from 1), without its line break. */
  line(number: number): string {
    this.starts ??= lineStarts(this.text);
    const start = this.starts[number - 1];
    if (start === undefined) return "";
    return this.text.slice(start, this.starts[number]).replace(/\r?\n$|\r$/, "");
  }
}

/** As in Nix, a line ends with a line feed, a carriage return, or both in the other order. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineBreak.length);
  return starts;
}

/** A stretch of a source text, in byte offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}
