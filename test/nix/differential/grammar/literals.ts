/** Literals, ordinary and at the edges. */
import { type Code, choice, many, oneOf } from "../code.js";

export const smallInt: Code = oneOf("0", "1", "2", "3", "5", "(-1)", "(-2)");

/** Where to begin, or how many. */
export const count: Code = oneOf("0", "1", "2", "3", "1", "0", "7");

export const anyInt: Code = choice(
  [6, smallInt],
  [1, oneOf("7", "42", "1000000", "4294967296", "2147483648", "(-7)", "(-2147483649)")],
  [1, oneOf("9007199254740991", "9007199254740992", "9007199254740993", "(-9007199254740993)")],
  [1, oneOf("9223372036854775807", "(-9223372036854775807)", "(-9223372036854775807 - 1)", "4611686018427387904")],
);

export const float: Code = choice(
  [4, oneOf("0.0", "1.0", "1.5", "2.25", "(-0.5)", "3.14159", "(-1.0)", "100.0")],
  [1, oneOf("(-0.0)", "(0.0 * -1)", "0.1", "1.0e-5", "123456.0", "1234567.0", "999999.5", "0.0001", "0.00001234567")],
  [1, oneOf("1.0e15", "1.0e16", "1.0e17", "1.0e21", "1.0e22", "1.0e100", "1.7976931348623157e308")],
  [1, oneOf("9007199254740993.0", "9223372036854775807.0", "(1.0e308 * 10)", "(-1.0e308 * 10)", "4.35", "2.675")],
  [1, oneOf("0.0078125", "0.0234375", "(-0.0078125)", "1234565.0", "1234575.0", "0.5", "2.5", "100000.5", "1000000.5")],
);

/** Pieces that a string literal of either form may hold. */
export const stringPiece: Code = choice(
  [6, oneOf("a", "b", "x", " ", "1", "-", "/", ".", "A")],
  [2, oneOf("é", "日", "🎉", "'", "$", "$$", "{", "}", "#", "\\\\", "''", "$''")],
);

const quotedPiece = choice([4, stringPiece], [1, oneOf("\\n", "\\t", "\\r", '\\"', "\\${", "\n", "\\a", "$${")]);
const indentedPiece = choice(
  [3, stringPieceSafe()],
  [1, oneOf("\n", "\n  ", "\n\n", "''$", "'''", "''\\n", "''\\t", "\t", "  ", "$$")],
);

/** Without what would end an indented string. */
function stringPieceSafe(): Code {
  return oneOf("a", "b", "x", " ", "1", "-", "/", ".", "é", "日", "$", "{", "}", "#", "\\", '"', "\\n");
}

/** The inside of `"…"`. */
export const quotedText: Code = many(quotedPiece, 5, "");

/** The inside of `''…''`. */
export const indentedText: Code = many(indentedPiece, 7, "");
