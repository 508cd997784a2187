/**
 * Random Nix programs, and texts that are nearly so, as text: every literal form, every construct, and
 * the blanks and comments between tokens. Mostly valid; not always, since both answers are worth comparing.
 */
import fc from "fast-check";

/** What stands between tokens. Without anything there, tokens may run together into others. */
const gap: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: fc.constant(" ") },
  { weight: 1, arbitrary: fc.constant("") },
  {
    weight: 3,
    arbitrary: fc.constantFrom("\n", "\t", "\r\n", " /* c */ ", "/**/", " # c\n", "#\r", "/***/", "/* / * */"),
  },
);

/** Tokens and constructs, with gaps between them. */
function join(...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const arbitraries = parts.map((part) => (typeof part === "string" ? fc.constant(part) : part));
  return fc
    .tuple(fc.tuple(...arbitraries), fc.array(gap, { minLength: parts.length - 1, maxLength: parts.length - 1 }))
    .map(([texts, gaps]) => texts.map((text, i) => text + (gaps[i] ?? "")).join(""));
}

function glue(...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part))).map((t) => t.join(""));
}

function many(item: fc.Arbitrary<string>, maxLength: number, separator = ""): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(item, { maxLength }), gap, gap)
    .map(([items, before, after]) => items.join(before + separator + after));
}

function list(item: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.uniqueArray(item, { minLength: 1, maxLength }), gap, gap)
    .map(([items, before, after]) => items.join(`${before},${after}`));
}

const identifier = fc.constantFrom(
  "a",
  "b",
  "c",
  "x",
  "foo",
  "a'",
  "b-c",
  "_d",
  "or'",
  "in_",
  "__curPos",
  "true",
  "null",
);
const name = fc.oneof(
  { weight: 9, arbitrary: identifier },
  fc.constantFrom("or", '"if"', '"a b"', '"a.b"', '""', '"é"'),
);

/** Mostly what is valid wherever its kind is, sometimes what is read otherwise or refused. */
function mostly(valid: readonly string[], odd: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 25, arbitrary: fc.constantFrom(...valid) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

const number = mostly(
  ["0", "1", "42", "007", "9223372036854775807", "1.5", "1.", ".5", "0.5", "1.5e3", "1.e-3", "1.0E+30", "0.0e-999"],
  ["9223372036854775808", "0.", "00.5", "1e3", "1.0e999", "1.0e-310", "1.2.3", "01.5", "1a", "1.5a"],
);

const stringPiece = fc.oneof(
  fc.constantFrom(
    "a",
    " ",
    "\n",
    "\\n",
    "\\t",
    "\\r",
    "\\\\",
    '\\"',
    "$",
    "$$",
    "\\${",
    "$${",
    "\\$",
    "''",
    "é",
    "\r\n",
    "\r",
  ),
  fc.constantFrom("\t", "\\\n", "\\\r\n", "{", "}", "//", "#", "\\a", "$\\", "\\$\\", "$$$"),
);

const indentedPiece = fc.oneof(
  fc.constantFrom(
    "a",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n    ",
    "\n\n",
    "\t",
    "\n\t",
    "'",
    "''$",
    "''$",
    "'''",
    "''\\n",
    "''\\t",
  ),
  fc.constantFrom(
    "''\\ ",
    "$",
    "$$",
    "$'",
    "'$",
    "$${",
    "''${",
    "\r\n",
    "\r",
    '"',
    "\\",
    "\\n",
    "é",
    "''\\\n",
    "''\\'",
    "{",
    "''\\$",
  ),
);

const pathPiece = fc.constantFrom("a", "b.c", "/a", "/a/b", "..", ".", "-", "+", "/..", "_");
const pathStart = mostly(
  ["./a", "../a", "/a", "~/a", "a/b", "./.", "1/a", "-/a", "+/a", ".../a", "a.b/c", "./a//b"],
  ["./", "../", "~/", "/", "a'/b", "~", "//a", "./a/", "./a//", "./a///b"],
);
/** What an interpolation may follow. */
const pathOpening = mostly(["./", "/", "~/", "./a", "a/", "./a//", "./a/b//c"], ["a", "~", "./a///b", "a'/", ""]);

const literal = mostly(
  [
    "<nixpkgs>",
    "<a/b>",
    "<a/b.c/d->",
    "http://a.b/c?d=e#f",
    "x:x",
    "a+b.c-d:e",
    "__curPos",
    "{ }",
    "[ ]",
    "''''",
    '""',
  ],
  ["<a", "<a/>", "a_b:c", "a:", "1:a", "x:[]", "-1"],
);

const operator = fc.constantFrom(
  ...["->", "||", "&&", "==", "!=", "<", "<=", ">", ">=", "//", "+", "-", "*", "/", "++"],
  ...["+", "//", "++", "&&", "||", "->", "-", "*"],
);

interface Grammar {
  expr: string;
  operation: string;
  operand: string;
  select: string;
  simple: string;
  string: string;
  path: string;
  attr: string;
  attrPath: string;
  binding: string;
  formals: string;
}

/** A whole expression. */
export const program: fc.Arbitrary<string> = fc.letrec<Grammar>((tie: fc.LetrecTypedTie<Grammar>) => {
  const weighted = (...rows: [number, fc.Arbitrary<string>][]): fc.Arbitrary<string> =>
    fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      ...rows.map(([weight, arbitrary]) => ({ weight, arbitrary })),
    );
  const bindings = many(tie("binding"), 4);
  const expr = tie("expr");
  const interpolation = glue("${", expr, "}");
  return {
    expr: weighted(
      [12, tie("operation")],
      [1, join(identifier, ":", expr)],
      [1, join(tie("formals"), ":", expr)],
      [1, join("x1", "@", tie("formals"), ":", expr)],
      [1, join(tie("formals"), "@", "x1", ":", expr)],
      [1, join("let ", bindings, " in ", expr)],
      [1, join("with ", expr, ";", expr)],
      [1, join("assert ", expr, ";", expr)],
      [2, join("if ", expr, " then ", expr, " else ", expr)],
    ),
    operation: weighted(
      [6, tie("operand")],
      [3, join(tie("operand"), operator, tie("operation"))],
      [1, join(tie("operand"), "?", tie("attrPath"))],
      [1, join(fc.constantFrom("!", "-"), tie("operation"))],
    ),
    operand: weighted([5, tie("select")], [1, join(tie("select"), " ", tie("operand"))]),
    select: weighted(
      [6, tie("simple")],
      [1, join(tie("simple"), ".", tie("attrPath"))],
      [1, join(tie("simple"), ".", tie("attrPath"), " or ", tie("select"))],
      [1, join(tie("simple"), " or")],
    ),
    simple: weighted(
      [6, identifier],
      [3, number],
      [2, literal],
      [2, tie("string")],
      [2, tie("path")],
      [2, join("(", expr, ")")],
      [2, join("[", many(tie("select"), 4, " "), "]")],
      [2, join(fc.constantFrom("", "rec "), "{", bindings, "}")],
      [1, join("let ", "{", bindings, "}")],
    ),
    string: weighted(
      [3, glue('"', many(stringPiece, 6), '"')],
      [2, glue('"', many(stringPiece, 3), interpolation, many(stringPiece, 3), '"')],
      [3, glue("''", many(indentedPiece, 8), "''")],
      [2, glue("''", many(indentedPiece, 4), interpolation, many(indentedPiece, 6), "''")],
    ),
    path: weighted(
      [3, glue(pathStart, many(pathPiece, 3))],
      [2, glue(pathOpening, interpolation, many(fc.oneof(pathPiece, interpolation), 3))],
    ),
    attr: weighted(
      [9, name],
      [1, interpolation],
      [1, glue('"', many(stringPiece, 2), interpolation, '"')],
      [1, fc.constant(`\${"a"}`)],
    ),
    attrPath: weighted([3, tie("attr")], [1, join(tie("attr"), ".", tie("attrPath"))]),
    binding: weighted(
      [6, join(tie("attrPath"), "=", expr, ";")],
      [1, join("inherit ", many(name, 3, " "), ";")],
      [1, join("inherit ", "(", expr, ")", many(name, 3, " "), ";")],
    ),
    formals: weighted(
      [3, join("{", list(identifier, 3), "}")],
      [2, join("{", list(identifier, 3), ", ", "...", "}")],
      [1, join("{", identifier, "?", expr, fc.constantFrom("", ",", ", ..."), "}")],
      [1, fc.constantFrom("{ }", "{ ... }", "{}", "{...}")],
    ),
  };
}).expr;

/** Tokens in any order: mostly nonsense. */
export const soup: fc.Arbitrary<string> = many(
  fc.oneof(
    identifier,
    number,
    literal,
    operator,
    pathPiece,
    indentedPiece,
    fc.constantFrom(
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      ";",
      "=",
      ":",
      ",",
      ".",
      "@",
      "?",
      "!",
      "''",
      '"',
      "${",
      "...",
      "<",
      "~",
      "|",
      "&",
      "\\",
      "%",
      "/*",
      "*/",
    ),
    fc.constantFrom("let ", " in ", "rec ", "if ", " then ", " else ", "with ", "assert ", "inherit ", " or "),
  ),
  8,
);
