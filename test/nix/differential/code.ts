/** Putting random source text together. */
import fc from "fast-check";

export type Code = fc.Arbitrary<string>;

/** A template of source text whose holes are filled at random. */
export function code(texts: TemplateStringsArray, ...holes: readonly Code[]): Code {
  return fc.tuple(...holes).map((parts) => texts.reduce((all, text, i) => all + (parts[i - 1] ?? "") + text, ""));
}

/** Zero or more pieces with something between them. */
export function many(piece: Code, maxLength: number, between = " "): Code {
  return fc.array(piece, { maxLength }).map((pieces) => pieces.join(between));
}

/** Some of the pieces, in the order given. */
export function some(pieces: readonly Code[]): Code {
  return fc
    .tuple(...pieces.map((piece) => fc.option(piece, { nil: "", freq: 1 })))
    .map((chosen) => chosen.filter((text) => text !== "").join(" "));
}

/** One of the texts as it stands. */
export function oneOf(...texts: readonly string[]): Code {
  return fc.constantFrom(...texts);
}

type Row = readonly [weight: number, piece: Code];

/** One of the pieces. The first rows are what shrinking ends in. */
export function choice(...rows: readonly Row[]): Code {
  return fc.oneof({ depthSize: "max", withCrossShrink: true }, ...rows.map(toOption));
}

const nesting = fc.createDepthIdentifier();

/** One of the pieces, and the deeper inside others, the likelier the first, which has nothing inside. */
export function nested(...rows: readonly Row[]): Code {
  return fc.oneof({ depthSize: "medium", depthIdentifier: nesting, withCrossShrink: true }, ...rows.map(toOption));
}

function toOption([weight, arbitrary]: Row) {
  return { weight, arbitrary };
}
