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

export const tokenCount = Object.keys(kinds).length;

interface Spelling {
  readonly text: string;
  readonly token: Token;
}

const keywords = ["if", "then", "else", "assert", "with", "let", "in", "rec", "inherit", "or"] as const;

/** Operators and punctuation; of those that begin alike, the longer one first. */
const symbols: readonly Spelling[] = [
  { text: "...", token: Token.ellipsis },
  { text: "==", token: Token.equals },
  { text: "!=", token: Token.notEquals },
  { text: "<=", token: Token.lessOrEqual },
  { text: ">=", token: Token.greaterOrEqual },
  { text: "&&", token: Token.and },
  { text: "||", token: Token.barBar },
  { text: "->", token: Token.implies },
  { text: "//", token: Token.update },
  { text: "++", token: Token.concat },
  { text: "<|", token: Token.pipeFrom },
  { text: "|>", token: Token.pipeInto },
  { text: "${", token: Token.dollarCurly },
  { text: "''", token: Token.indentedOpen },
  { text: '"', token: Token.quote },
  { text: "<", token: Token.less },
  { text: ">", token: Token.greater },
  { text: "+", token: Token.plus },
  { text: "-", token: Token.minus },
  { text: "*", token: Token.times },
  { text: "/", token: Token.divide },
  { text: "?", token: Token.question },
  { text: "!", token: Token.not },
  { text: ":", token: Token.colon },
  { text: "@", token: Token.at },
  { text: ",", token: Token.comma },
  { text: ".", token: Token.dot },
  { text: "=", token: Token.assign },
  { text: ";", token: Token.semicolon },
  { text: "(", token: Token.openParen },
  { text: ")", token: Token.closeParen },
  { text: "{", token: Token.openBrace },
  { text: "}", token: Token.closeBrace },
  { text: "[", token: Token.openBracket },
  { text: "]", token: Token.closeBracket },
];

/** By the code of the character they begin with. */
export const keywordsByInitial = byInitial(keywords.map((text) => ({ text, token: Token[text] })));
export const symbolsByInitial = byInitial(symbols);

function byInitial(spellings: readonly Spelling[]): readonly (readonly Spelling[] | undefined)[] {
  return Array.from({ length: 256 }, (_, code) => {
    const matching = spellings.filter(({ text }) => text.charCodeAt(0) === code);
    return matching.length > 0 ? matching : undefined;
  });
}

/** What Nix calls each kind in its messages. */
export const tokenNames: readonly string[] = (() => {
  const names = new Array<string>(tokenCount);
  for (const text of keywords) names[Token[text]] = `'${text}'`;
  for (const { text, token } of symbols) names[token] = `'${text}'`;
  names[Token.endOfFile] = "end of file";
  names[Token.invalid] = "invalid token";
  names[Token.identifier] = "identifier";
  names[Token.integer] = "integer";
  names[Token.float] = "floating-point literal";
  names[Token.path] = "path";
  names[Token.homePath] = "'~/...' path";
  names[Token.searchPath] = "'<...>' path";
  names[Token.uri] = "URI";
  names[Token.text] = "string";
  names[Token.indentedOpen] = "start of an indented string";
  names[Token.indentedText] = "indented string";
  names[Token.indentedEscape] = "indented string";
  names[Token.indentedClose] = "end of an indented string";
  names[Token.pathEnd] = "end of path";
  return names;
})();

/** Whether each kind can begin an operand: what may stand in a list or as an argument. */
export const startsOperand = among(
  ...[Token.identifier, Token.integer, Token.float, Token.quote, Token.indentedOpen, Token.let, Token.rec],
  ...[Token.path, Token.homePath, Token.searchPath, Token.uri, Token.openParen, Token.openBrace, Token.openBracket],
);

/** Whether each kind can begin an attribute name. */
export const startsAttrName = among(Token.identifier, Token.or, Token.quote, Token.dollarCurly);

function among(...members: Token[]): readonly boolean[] {
  return Array.from({ length: tokenCount }, (_, kind) => members.includes(kind));
}
