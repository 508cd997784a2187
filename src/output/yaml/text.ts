/**
 * Strings that every YAML 1.1 and 1.2 parser reads back exactly. There are three ways to write one:
 *
 * - plain, by a list of what is allowed rather than of what is not: printable ASCII of a shape that no
 *   version gives another type or a meaning (`on`, `0777`, `1e3`, `12:30:45`, `=`, `a: b` are all quoted);
 * - a literal block, for text of several lines that a person may want to read;
 * - double quotes, with escapes that JSON has too, for everything else.
 *
 * Nothing is ever folded, so a long line stays one line.
 */

/** How a plain scalar may begin: a letter, a digit, a path or a flag (`--port`). */
const plainStart = /^(?:[A-Za-z0-9_$(/]|\.\.?\/|--?[A-Za-z])/;

/** What may not follow: anything but printable ASCII, and all that could end the scalar or be lost in it. */
const notPlain = /[^ -~]| [ #:]|:(?: |$)| $/;

/**
 * A digit followed by nothing but what numbers and timestamps are made of in any version, hexadecimal and
 * sexagesimal included; `e3` is a number to some. `100m`, `10Mi`, `50%` and `10.0.0.0/8` are none.
 */
const numeric = /^-?e?[-+]?[0-9][0-9a-foxtz_.,:+\- ]*$/i;

/** Booleans and null of YAML 1.1 and 1.2; in more spellings than either has, which does no harm. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const longestReserved = 5;

/**
 * What double quotes must escape besides what JSON escapes: characters that YAML does not call printable
 * (DEL, C1), that YAML 1.1 takes for line breaks (NEL, LS, PS), byte order marks and non-characters, and
 * marks that make text look different from what it is (bidirectional controls).
 */
const unprintable = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** What a literal block cannot hold: those, the other controls except tab and line feed, lone surrogates. */
const notLiteral =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/u;

/** Lines of blanks only: invisible, and the first thing that editors and Git hooks strip. */
const blankLine = /^[ \t]+$/m;

export function isPlain(text: string): boolean {
  if (!plainStart.test(text) || notPlain.test(text) || numeric.test(text)) return false;
  return text.length > longestReserved || !reserved.test(text);
}

export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(unprintable, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Whether `literalBlock` can hold the text. */
export function isLiteral(text: string): boolean {
  return /[^\n]\n/.test(text) && !notLiteral.test(text) && !blankLine.test(text);
}

/** The header and the lines below it, without a line break at the end. `indent` is two deeper than the parent. */
export function literalBlock(text: string, indent: string): string {
  // Without a hint, a parser would count leading blanks as indentation; Go also stumbles over a leading tab.
  const hint = /^[ \t\n]/.test(text) ? "2" : "";
  const chomping = text.endsWith("\n") ? (text.endsWith("\n\n") ? "+" : "") : "-";
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  return `|${hint}${chomping}\n${body.replace(/^(?=[^\n])/gm, indent)}`;
}
