/** What the text of string literals stands for: escapes, and the stripping of `''` strings. */
import type { Expr } from "./ast.js";

const space = 32;
const lineFeed = 10;

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** The text of a `"` string: backslash escapes, and any line break as a line feed unless it is escaped. */
export function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])|\r\n?/g, (_, escaped: string | undefined) =>
    escaped === undefined ? "\n" : (escapes[escaped] ?? escaped),
  );
}

/** The text an escape of a `''` string stands for: `''$`, `'''`, `''\x`, or a lone `$` or `'`. */
export function unescapeIndented(written: string): string {
  if (written === "'''") return "''";
  if (written.startsWith("''\\")) return unescapeText(written.slice(2));
  return written.startsWith("''") ? written.slice(2) : written;
}

/** A piece of a `''` string. What an escape stands for is text, but does not count as indentation. */
export type IndentedPiece = { readonly text: string; readonly escaped: boolean } | Expr;

/**
 * Removes the indentation that all lines share, and a last line of spaces only. Lines are what Nix
 * takes for lines: an escaped line feed starts one when stripping but not when measuring. Empty texts
 * are left out; texts may stand side by side.
 */
export function stripIndentation(pieces: readonly IndentedPiece[]): (string | Expr)[] {
  const stripper = new Stripper(commonIndentation(pieces));
  const stripped: (string | Expr)[] = [];
  for (const [index, piece] of pieces.entries()) {
    if ("kind" in piece) {
      stripper.endLineStart();
      stripped.push(piece);
      continue;
    }
    let text = stripper.strip(piece.text);
    if (index === pieces.length - 1) text = withoutBlankLastLine(text);
    if (text !== "") stripped.push(text);
  }
  return stripped;
}

class Stripper {
  private atLineStart = true;
  /** Spaces met at the start of this line, in earlier pieces too. */
  private met = 0;

  constructor(private readonly indentation: number) {}

  strip(text: string): string {
    let result = "";
    for (let from = 0; from < text.length; ) {
      const lineFeedAt = text.indexOf("\n", from);
      const end = lineFeedAt === -1 ? text.length : lineFeedAt + 1;
      result += text.slice(this.atLineStart ? this.skipIndentation(text, from) : from, end);
      if (lineFeedAt !== -1) this.atLineStart = true;
      from = end;
    }
    return result;
  }

  endLineStart(): void {
    this.atLineStart = false;
    this.met = 0;
  }

  private skipIndentation(text: string, from: number): number {
    const textStart = skipSpaces(text, from);
    const spaces = textStart - from;
    const dropped = Math.min(Math.max(this.indentation - this.met, 0), spaces);
    this.met += spaces;
    if (textStart < text.length) this.endLineStart();
    return from + dropped;
  }
}

function commonIndentation(pieces: readonly IndentedPiece[]): number {
  let common = Number.POSITIVE_INFINITY;
  let atLineStart = true;
  let current = 0;
  for (const piece of pieces) {
    if ("kind" in piece || piece.escaped) {
      if (atLineStart) common = Math.min(common, current);
      atLineStart = false;
      continue;
    }
    const { text } = piece;
    for (let from = 0; from < text.length; ) {
      if (atLineStart) {
        const textStart = skipSpaces(text, from);
        current += textStart - from;
        from = textStart;
        if (from === text.length) break;
        // A line without text has no say.
        if (text.charCodeAt(from) !== lineFeed) common = Math.min(common, current);
      }
      const lineFeedAt = text.indexOf("\n", from);
      atLineStart = lineFeedAt !== -1;
      current = 0;
      from = atLineStart ? lineFeedAt + 1 : text.length;
    }
  }
  return common;
}

function withoutBlankLastLine(text: string): string {
  const lineStart = text.lastIndexOf("\n") + 1;
  return lineStart > 0 && skipSpaces(text, lineStart) === text.length ? text.slice(0, lineStart) : text;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === space) at++;
  return at;
}
