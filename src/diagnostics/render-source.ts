/** A line of source and the underline below it, for a terminal: aligned, cropped and harmless. */
import { displayWidth, type Sign, signsOf } from "./display-width.js";

export interface Excerpt {
  readonly text: string;
  /** Columns of the terminal from the start of `text` to the underline, and how many it takes. */
  readonly offset: number;
  readonly length: number;
}

const tabStop = 4;
const ellipsis: Sign = { text: "…", width: 1 };

/** A text that a terminal shows as it is, whatever is in it. Line breaks stay; tabs become spaces. */
export function printable(text: string): string {
  return text.replaceAll("\t", " ".repeat(tabStop)).replace(unsafe, (character) => {
    return character === "\n" ? "\n" : picture(character);
  });
}

/** The same for what must stay on one line. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\u240a");
}

/** Controls, which a terminal obeys, and marks that reorder what is shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unsafe = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The sign that Unicode has for a control character of ASCII, such as ␛. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

/**
 * The part of a line around what is underlined, at most `width` columns of it. `column` counts characters
 * (code points) from 1 and may lie one after the line's end; `length` may reach beyond it.
 */
export function excerpt(line: string, column: number, length: number, width: number): Excerpt {
  const start = indexAfter(line, 0, column - 1);
  const end = indexAfter(line, start, Math.max(1, length));
  // No more than can be shown is looked at: a line may be as long as a file.
  const margin = 4 * width;
  const from = wholeCharacter(line, start - margin);
  const to = wholeCharacter(line, Math.min(end, start + margin) + margin);
  const before = expanded(line.slice(from, start), from > 0, 0);
  const marked = expanded(line.slice(start, Math.min(end, to)), false, displayWidth(before));
  const after = expanded(line.slice(Math.min(end, to), to), false, displayWidth(before) + displayWidth(marked));
  return crop(before, marked, to < line.length ? [...after, ellipsis] : after, width);
}

/** Leaves room before what is underlined, so that one sees what it is part of. */
function crop(before: Sign[], marked: Sign[], after: Sign[], width: number): Excerpt {
  const total = displayWidth(before) + displayWidth(marked) + displayWidth(after);
  if (total <= width) return place(before, marked, after);
  const room = Math.max(Math.floor(width / 3), width - displayWidth(marked) - displayWidth(after));
  const head = displayWidth(before) <= room ? before : [ellipsis, ...last(before, room - 1)];
  const rest = width - displayWidth(head);
  if (displayWidth(marked) + displayWidth(after) <= rest) return place(head, marked, after);
  const shown = first(marked, rest - 1);
  return place(head, shown, [...first(after, rest - 1 - displayWidth(shown)), ellipsis]);
}

function place(before: Sign[], marked: Sign[], after: Sign[]): Excerpt {
  const text = [...before, ...marked, ...after].map((sign) => sign.text).join("");
  return { text: text.trimEnd(), offset: displayWidth(before), length: Math.max(1, displayWidth(marked)) };
}

/** As many signs as fit from the start. */
function first(signs: readonly Sign[], width: number): Sign[] {
  let left = width;
  const end = signs.findIndex((sign) => {
    left -= sign.width;
    return left < 0;
  });
  return end < 0 ? [...signs] : signs.slice(0, end);
}

function last(signs: readonly Sign[], width: number): Sign[] {
  return first(signs.toReversed(), width).reverse();
}

/** Signs with tabs as spaces up to the next stop; `offset` is the column where they start. */
function expanded(text: string, cut: boolean, offset: number): Sign[] {
  const signs = cut ? [ellipsis] : [];
  let column = offset + displayWidth(signs);
  for (const [index, part] of text.split("\t").entries()) {
    if (index > 0) {
      const blanks = tabStop - (column % tabStop);
      for (let blank = 0; blank < blanks; blank++) signs.push({ text: " ", width: 1 });
      column += blanks;
    }
    const more = signsOf(printableLine(part));
    signs.push(...more);
    column += displayWidth(more);
  }
  return signs;
}

/** The index in code units that lies so many characters after `from`, or the line's end. */
function indexAfter(line: string, from: number, characters: number): number {
  let index = from;
  for (let count = 0; count < characters && index < line.length; count++) {
    index += (line.codePointAt(index) as number) > 0xffff ? 2 : 1;
  }
  return index;
}

/** The index, moved into the line and off the middle of a surrogate pair. */
function wholeCharacter(line: string, index: number): number {
  const inside = Math.max(0, Math.min(index, line.length));
  return /^[\udc00-\udfff]/.test(line.slice(inside, inside + 1)) ? inside + 1 : inside;
}
