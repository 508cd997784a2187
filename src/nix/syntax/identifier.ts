/** How names are shown where they may need quotes. */

const bare = /^[a-zA-Z_][a-zA-Z0-9_'-]*$/;
const keywords = new Set(["if", "then", "else", "assert", "with", "let", "in", "rec", "inherit"]);

/** A string literal that stands for the text. */
export function showString(text: string): string {
  return `"${text.replace(/["\\\n\r\t]|\$\{/g, (special) => escapes[special] ?? `\\${special}`)}"`;
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Whether a name can be written without quotes. */
export function isBareName(name: string): boolean {
  return bare.test(name) && !keywords.has(name);
}

/** An attribute name as one may write it: bare where possible, else in quotes. */
export function showName(name: string): string {
  return isBareName(name) ? name : showString(name);
}
