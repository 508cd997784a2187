/** The kinds of token, as small integers so that the lexer and parser compare and index by them. */

const kinds = {
  endOfFile: 0,
  invalid: 1,
  identifier: 2,
  integer: 3,
  float: 4,
  path: 5,
  homePath: 6,
  searchPath: 7,
  uri: 8,
  quote: 9,
  text: 10,
  indentedOpen: 11,
  indentedText: 12,
  indentedEscape: 13,
  indentedClose: 14,
  pathEnd: 15,
  dollarCurly: 16,
  if: 17,
  then: 18,
  else: 19,
  assert: 20,
  with: 21,
  let: 22,
  in: 23,
  rec: 24,
  inherit: 25,
  or: 26,
  ellipsis: 27,
  equals: 28,
  notEquals: 29,
  lessOrEqual: 30,
  greaterOrEqual: 31,
  and: 32,
  barBar: 33,
  implies: 34,
  update: 35,
  concat: 36,
  pipeFrom: 37,
  pipeInto: 38,
  less: 39,
  greater: 40,
  plus: 41,
  minus: 42,
  times: 43,
  divide: 44,
  question: 45,
  not: 46,
  colon: 47,
  at: 48,
  comma: 49,
  dot: 50,
  assign: 51,
  semicolon: 52,
  openParen: 53,
  closeParen: 54,
  openBrace: 55,
  closeBrace: 56,
  openBracket: 57,
  closeBracket: 58,
};

/** Not literal types: the compiler would believe that the current token stays what it was compared to. */
export const Token: Readonly<typeof kinds> = kinds;
export type Token = number;

/** What Nix calls each kind in its messages, by kind. */
export const tokenNames: readonly string[] = [
  "end of file",
  "invalid token",
  "identifier",
  "integer",
  "floating-point literal",
  "path",
  "'~/...' path",
  "'<...>' path",
  "URI",
  "'\"'",
  "string",
  "start of an indented string",
  "indented string",
  "indented string",
  "end of an indented string",
  "end of path",
  "'${'",
  "'if'",
  "'then'",
  "'else'",
  "'assert'",
  "'with'",
  "'let'",
  "'in'",
  "'rec'",
  "'inherit'",
  "'or'",
  "'...'",
  "'=='",
  "'!='",
  "'<='",
  "'>='",
  "'&&'",
  "'||'",
  "'->'",
  "'//'",
  "'++'",
  "'<|'",
  "'|>'",
  "'<'",
  "'>'",
  "'+'",
  "'-'",
  "'*'",
  "'/'",
  "'?'",
  "'!'",
  "':'",
  "'@'",
  "','",
  "'.'",
  "'='",
  "';'",
  "'('",
  "')'",
  "'{'",
  "'}'",
  "'['",
  "']'",
];

interface Keyword {
  readonly word: string;
  readonly token: Token;
}

const words = ["if", "then", "else", "assert", "with", "let", "in", "rec", "inherit", "or"] as const;

/** The keywords that start with a character, by its code. */
export const keywordsByInitial: readonly (readonly Keyword[] | undefined)[] = (() => {
  const table: Keyword[][] = [];
  for (const word of words) {
    const initial = word.charCodeAt(0);
    table[initial] = [...(table[initial] ?? []), { word, token: Token[word] }];
  }
  return Array.from({ length: 128 }, (_, code) => table[code]);
})();

/** Whether a token can begin an operand: what may stand in a list or as an argument. By kind. */
export const startsOperand: readonly boolean[] = (() => {
  const starts = new Set<Token>([
    Token.identifier,
    Token.integer,
    Token.float,
    Token.path,
    Token.homePath,
    Token.searchPath,
    Token.uri,
    Token.quote,
    Token.indentedOpen,
    Token.let,
    Token.rec,
    Token.openParen,
    Token.openBrace,
    Token.openBracket,
  ]);
  return tokenNames.map((_, kind) => starts.has(kind));
})();
