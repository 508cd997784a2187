/** Bytes as text, in the three alphabets that Nix uses. All text is ASCII. */

const hexDigits = "0123456789abcdef";
/** Nix's own: no e, o, t, u. */
const nix32Digits = "0123456789abcdfghijklmnpqrsvwxyz";
const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function toBase16(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15);
  return text;
}

/** `undefined` when the text is not base 16. */
export function fromBase16(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function nix32Length(size: number): number {
  return size === 0 ? 0 : Math.floor((size * 8 - 1) / 5) + 1;
}

/** Five bits a digit, the last bits first. */
export function toNix32(bytes: Uint8Array): string {
  let text = "";
  for (let n = nix32Length(bytes.length) - 1; n >= 0; n--) {
    const byte = (n * 5) >> 3;
    const shift = (n * 5) & 7;
    const low = (bytes[byte] as number) >> shift;
    const high = (bytes[byte + 1] ?? 0) << (8 - shift);
    text += nix32Digits.charAt((low | high) & 31);
  }
  return text;
}

/** `undefined` when the text is not `size` bytes in Nix's base 32. */
export function fromNix32(text: string, size: number): Uint8Array | undefined {
  if (text.length !== nix32Length(size)) return undefined;
  const bytes = new Uint8Array(size);
  for (let n = 0; n < text.length; n++) {
    const digit = nix32Digits.indexOf(text.charAt(text.length - n - 1));
    if (digit < 0) return undefined;
    const byte = (n * 5) >> 3;
    const shift = (n * 5) & 7;
    bytes[byte] = (bytes[byte] as number) | (digit << shift);
    const carry = digit >> (8 - shift);
    if (byte + 1 < size) bytes[byte + 1] = carry;
    else if (carry !== 0) return undefined;
  }
  return bytes;
}

export function base64Length(size: number): number {
  return Math.ceil(size / 3) * 4;
}

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3);
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += base64Digits.charAt(group >> 18) + base64Digits.charAt((group >> 12) & 63);
    text += b === undefined ? "=" : base64Digits.charAt((group >> 6) & 63);
    text += c === undefined ? "=" : base64Digits.charAt(group & 63);
  }
  return text;
}

/** `undefined` when the text has a character that is not of base 64. Reading ends at the first `=`. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let group = 0;
  let bits = 0;
  for (const character of text) {
    if (character === "=") break;
    const digit = base64Digits.indexOf(character);
    if (digit < 0) return undefined;
    group = ((group << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((group >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}
