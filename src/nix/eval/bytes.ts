/**
 * Nix strings are bytes. Inside the evaluator they are "byte strings": JavaScript strings whose
 * character codes are 0–255, one per byte, which makes length, substring, order and hashing exactly
 * Nix's. These two functions are the border to the rest of the world, which speaks UTF-16.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
const ascii = /^[\x00-\x7f]*$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-16 text → byte string (its UTF-8 bytes). Lone surrogates become U+FFFD. */
export function toBytes(text: string): string {
  return ascii.test(text) ? text : fromByteArray(encoder.encode(text));
}

/** Byte string → UTF-16 text. Bytes that are not UTF-8 become U+FFFD. */
export function toText(bytes: string): string {
  return ascii.test(bytes) ? bytes : decoder.decode(toByteArray(bytes));
}

/** Whether the bytes are well-formed UTF-8. */
export function isUtf8(bytes: string): boolean {
  if (ascii.test(bytes)) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(toByteArray(bytes));
    return true;
  } catch {
    return false;
  }
}

export function toByteArray(bytes: string): Uint8Array {
  const array = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) array[i] = bytes.charCodeAt(i);
  return array;
}

/** In chunks, because a call takes only so many arguments. */
export function fromByteArray(array: Uint8Array): string {
  let text = "";
  for (let i = 0; i < array.length; i += 8192) {
    text += String.fromCharCode.apply(null, array.subarray(i, i + 8192) as unknown as number[]);
  }
  return text;
}
