/** The syntax tree of a POSIX extended regular expression, as C++'s `std::regex::extended` has them. */
export type Regex =
  | { readonly kind: "bytes"; readonly bytes: ByteSet }
  | { readonly kind: "line-begin" }
  | { readonly kind: "line-end" }
  | { readonly kind: "group"; readonly index: number; readonly body: Regex }
  | { readonly kind: "sequence"; readonly items: readonly Regex[] }
  | { readonly kind: "either"; readonly left: Regex; readonly right: Regex }
  | {
      readonly kind: "repeat";
      readonly body: Regex;
      readonly min: number;
      /** Infinity when there is no limit. */
      readonly max: number;
    };

/** One entry per byte: 1 when it belongs to the set. */
export type ByteSet = Uint8Array;

export function byteSet(contains: (code: number) => boolean): ByteSet {
  return Uint8Array.from({ length: 256 }, (_, code) => (contains(code) ? 1 : 0));
}

/** What is wrong with a regular expression. */
export class RegexError extends Error {
  override readonly name = "RegexError";

  constructor(readonly problem: "invalid" | "too-large") {
    super(problem);
  }
}

export function invalid(): RegexError {
  return new RegexError("invalid");
}
