/** Character classes of Nix's lexer, as bits in a table indexed by byte. */

/** `[a-zA-Z0-9._+-]` */
export const pathCharacter = 1;
/** `[a-zA-Z_]` */
export const identifierStart = 2;
/** `[a-zA-Z0-9_'-]` */
export const identifierPart = 4;
/** `[0-9]` */
export const digit = 8;
/** What may follow the colon of a bare URL. */
export const uriCharacter = 16;
/** Space, tab, carriage return, line feed. */
export const blank = 32;

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";

const members: readonly (readonly [number, string])[] = [
  [pathCharacter, `${letters}${digits}._+-`],
  [identifierStart, `${letters}_`],
  [identifierPart, `${letters}${digits}_'-`],
  [digit, digits],
  [uriCharacter, `${letters}${digits}%/?:@&=+$,-_.!~*'`],
  [blank, " \t\r\n"],
];

/** The classes of each byte. */
export const classes = new Uint8Array(256);
for (const [bit, characters] of members) {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    classes[code] = (classes[code] as number) | bit;
  }
}
