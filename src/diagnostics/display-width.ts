/** How many columns of a terminal a text takes, so that what is printed below it lines up. */

/** Combining marks, joiners, variation selectors: drawn onto what is before them. */
const attached = /^[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}]$/u;

/** Scripts and symbols that terminals draw two columns wide: East Asian ones and emoji. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1b000}-\u{1b2fb}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** Makes a symbol that is otherwise drawn as text (`✔`) an emoji. */
const emojiSelector = "\ufe0f";

const joiner = "\u200d";

/** A stretch of text that is drawn as one sign. */
export interface Sign {
  readonly text: string;
  readonly width: number;
}

/** Cuts a text into what a terminal draws. A sign begins at a code point, and most are of one. */
export function signsOf(text: string): Sign[] {
  const signs: { text: string; width: number }[] = [];
  for (const character of text) {
    const last = signs.at(-1);
    const joined = last !== undefined && (attached.test(character) || last.text.endsWith(joiner));
    if (!joined) {
      signs.push({ text: character, width: attached.test(character) ? 0 : wide.test(character) ? 2 : 1 });
      continue;
    }
    last.text += character;
    if (character === emojiSelector) last.width = 2;
  }
  return signs;
}

export function displayWidth(signs: readonly Sign[]): number {
  return signs.reduce((sum, sign) => sum + sign.width, 0);
}
