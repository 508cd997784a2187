/** Where a byte string stops being UTF-8. */
export interface InvalidUtf8 {
  readonly index: number;
  readonly byte: number;
  /** Whether the text merely ends within a character. */
  readonly incomplete: boolean;
}

const nonAscii = /[\x80-\xff]/;

/** The first byte that cannot stand where it does; `undefined` when the text is well-formed. */
export function findInvalidUtf8(text: string): InvalidUtf8 | undefined {
  let at = text.search(nonAscii);
  if (at < 0) return undefined;
  while (at < text.length) {
    const lead = text.charCodeAt(at);
    const length = sequenceLength(lead);
    if (length === 0) return { index: at, byte: lead, incomplete: false };
    for (let i = 1; i < length; i++) {
      if (at + i >= text.length) return { index: at + i - 1, byte: text.charCodeAt(at + i - 1), incomplete: true };
      const byte = text.charCodeAt(at + i);
      if (!continues(lead, byte, i)) return { index: at + i, byte, incomplete: false };
    }
    at += length;
  }
  return undefined;
}

/** Bytes of the character that a lead byte begins; 0 when it cannot begin one. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** The second byte must not make an overlong form, a surrogate, or something past U+10FFFF. */
function continues(lead: number, byte: number, index: number): boolean {
  if (byte < 0x80 || byte > 0xbf) return false;
  if (index > 1) return true;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte <= 0x8f;
}
