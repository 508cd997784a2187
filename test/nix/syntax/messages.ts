/** Whether two parsers refuse a text for the same reason, in the same place, but for Nix 2.8's ways. */

export interface Failure {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What Nix 2.8 calls tokens that later versions give readable names. */
const readableNames: Readonly<Record<string, string>> = {
  ID: "identifier",
  OR_KW: "'or'",
  INT: "integer",
  FLOAT: "floating-point literal",
  STR: "string",
  IND_STR: "indented string",
  IND_STRING_OPEN: "start of an indented string",
  IND_STRING_CLOSE: "end of an indented string",
  PATH: "path",
  HPATH: "'~/...' path",
  SPATH: "'<...>' path",
  PATH_END: "end of path",
  URI: "URI",
  DOLLAR_CURLY: "'${'",
  ELLIPSIS: "'...'",
  EQ: "'=='",
  NEQ: "'!='",
  LEQ: "'<='",
  GEQ: "'>='",
  AND: "'&&'",
  OR: "'||'",
  IMPL: "'->'",
  UPDATE: "'//'",
  CONCAT: "'++'",
};
const keyword = /^(?:IF|THEN|ELSE|ASSERT|WITH|LET|IN|REC|INHERIT)$/;

/** Kinds of failure where 2.8 and later versions, or 2.8 and we, differ on purpose. */
interface Difference {
  readonly theirs: RegExp;
  readonly ours: RegExp;
  readonly why: string;
}

const otherMessages: readonly Difference[] = [
  {
    theirs: /^attribute '.*' already defined at /,
    ours: /^attribute '.*' already defined at /,
    why: "2.8 shows the whole path, and takes the place of the first name of an `inherit`",
  },
  {
    theirs: /./,
    ours: /^dynamic attributes not allowed in let$/,
    why: "2.8 tries several parses at once, and finds this late",
  },
  {
    theirs: /^(syntax error, unexpected .*), expecting ':' or '@'$/,
    ours: /^syntax error/,
    why: "behind `{ }`, 2.8 still waits for a function",
  },
  {
    theirs: /, expecting '}'$/,
    ours: /, expecting ',' or '}'$/,
    why: "in formals, 2.8 forgets the comma",
  },
  {
    theirs: /^syntax error, unexpected string, expecting '"'$/,
    ours: /^syntax error, unexpected end of file, expecting '"'$/,
    why: "2.8 stops before a backslash that ends the file",
  },
];

const otherPlaces: readonly Difference[] = [
  { theirs: /unexpected end of file/, ours: /./, why: "2.8 takes the place of the last token" },
  { theirs: /^path has a trailing slash$/, ours: /./, why: "the same, when the path ends the file" },
  { theirs: /unexpected end of path/, ours: /./, why: "2.8 takes the place of the path's beginning" },
  { theirs: /, expecting ';'$/, ours: /./, why: "we point behind the value that lacks its `;`" },
  { theirs: /^syntax error, unexpected [^,]*$/, ours: /./, why: "the same, for the `;` of an `inherit`" },
  { theirs: /^dynamic attributes not allowed/, ours: /./, why: "we point at the attribute, not at the `let`" },
];

/** Nix 2.8's message with later versions' names for tokens. */
export function readable(message: string): string {
  return message.replaceAll(/(?<=unexpected |expecting | or )[A-Z_]+(?=,| or |$)/g, (name) =>
    keyword.test(name) ? `'${name.toLowerCase()}'` : (readableNames[name] ?? name),
  );
}

/** How the two differ, if not in one of the ways above. */
export function differenceOf(ours: Failure, theirs: Failure): string | undefined {
  const theirMessage = readable(theirs.message);
  const known = (list: readonly Difference[]) =>
    list.some((difference) => difference.theirs.test(theirMessage) && difference.ours.test(ours.message));
  if (known(otherMessages)) return undefined;
  const samePlace = ours.line === theirs.line && ours.column === theirs.column;
  if (ours.message === theirMessage && (samePlace || known(otherPlaces))) return undefined;
  const show = ({ line, column }: Failure, message: string) => `${line}:${column} ${message}`;
  return `ours: ${show(ours, ours.message)}\nNix:  ${show(theirs, theirMessage)}`;
}
