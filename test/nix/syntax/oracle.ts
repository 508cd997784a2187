/** Real Nix's parser, to compare ours with. */
import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join, posix } from "node:path";
import { toByteArray, toBytes, toText } from "../../../src/nix/eval/bytes.js";
import { parse } from "../../../src/nix/syntax/parser.js";
import { print } from "../../../src/nix/syntax/print.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { NixSyntaxError } from "../../../src/nix/syntax/syntax-error.js";
import { run } from "../../support/run.js";
import { writeFiles } from "../../support/temporary.js";
import type { Failure } from "./messages.js";

/** The parsed form, or why there is none. */
export type Verdict = { readonly printed: string } | Failure;

/** Names are looked up when Nix parses, unless they may come from a `with`. */
const preamble = "with {}; ";

/** How many files one run of Nix is given; it stops at the first that it refuses. */
const batchSize = 40;

/** What `nix-instantiate --parse` says of each text (a byte string), which is written to a file in `folder`. */
export function parseWithNix(nix: string, folder: string, texts: readonly string[]): Verdict[] {
  const names = texts.map((_, i) => `${i}.nix`);
  writeFiles(folder, Object.fromEntries(texts.map((text, i) => [`${i}.nix`, toByteArray(preamble + text)])));
  const verdicts: Verdict[] = [];
  while (verdicts.length < names.length) {
    const batch = names.slice(verdicts.length, verdicts.length + batchSize);
    const { status, stdout, stderr } = run(nix, ["--parse", ...batch], { cwd: folder });
    const printed = stdout.split("\n").slice(0, -1);
    verdicts.push(...printed.map((line) => ({ printed: normalise(toBytes(line)) })));
    assert.ok(status === 0 || printed.length < batch.length, stderr);
    if (status !== 0) verdicts.push(failureIn(stderr));
  }
  return verdicts;
}

function failureIn(stderr: string): Failure {
  const [, message, line, column] = /^error: (.*)\n\n\s+at .*:(\d+):(\d+):/.exec(stderr) ?? [];
  assert.ok(message !== undefined, stderr);
  return { message, line: Number(line), column: Number(column) };
}

/** What our parser says of a text (a byte string), as if it stood in a file in `folder`. */
export function parseOurselves(folder: string, text: string): Verdict {
  const source = new Source(join(folder, "text.nix"), preamble + text, folder, true);
  const resolvePath = (written: string) => resolve(folder, written);
  try {
    const { expr } = parse(source, { portable: true });
    return { printed: normalise(print(expr, { resolvePath })) };
  } catch (error) {
    if (!(error instanceof NixSyntaxError)) throw error;
    return { message: toText(error.message), ...source.position(error.span.start) };
  }
}

/** The first piece of a path as Nix shows it: a slash at its end stays, and `..` only stays behind `~`. */
function resolve(folder: string, written: string): string {
  if (written.startsWith("~")) return homedir() + written.slice(1);
  const resolved = posix.resolve(folder, written);
  return written.length > 1 && written.endsWith("/") ? `${resolved}/` : resolved;
}

/**
 * Nix prints each piece of an indented string as a string of its own, and formals and the bindings of a
 * `let` in an order of its own. Makes one string of strings side by side, and sorts what `;` and `,` separate.
 */
export function normalise(printed: string): string {
  return sortGroups(joinStrings(tokenize(printed)));
}

/** An unescaped `"${` only ever opens a dynamic attribute name: the printer escapes each `$` in a string. */
function tokenize(printed: string): string[] {
  return printed.match(/"\$\{|\}"|"(?:[^"\\]|\\[\s\S])*"| \+ |[^"(){};, ]+|[(){};, ]/g) ?? [];
}

function joinStrings(tokens: readonly string[]): string[] {
  const output: string[] = [];
  const push = (token: string): void => {
    const [first = "", second = ""] = output.slice(-2);
    if (second === " + " && (first === '""' || token === '""')) {
      output.splice(-2);
      push(first === '""' ? token : first);
    } else if (isLiteral(first) && second === " + " && isLiteral(token)) {
      output.splice(-2);
      push(first.slice(0, -1) + token.slice(1));
    } else if (first === "(" && isLiteral(second) && token === ")") {
      output.splice(-2);
      push(second);
    } else output.push(token);
  };
  for (const token of tokens) push(token);
  return output;
}

const isLiteral = (token: string) => token.length > 1 && token.startsWith('"') && token.endsWith('"');

function sortGroups(tokens: readonly string[]): string {
  const groups: string[][] = [[""]];
  for (const token of tokens) {
    if (["(", "{", '"${'].includes(token)) groups.push([token, ""]);
    else if ([")", "}", '}"'].includes(token)) {
      const [open, ...items] = groups.pop() as string[];
      append(
        groups,
        `${open}${items
          .map((item) => item.trim())
          .sort()
          .join(";")}${token}`,
      );
    } else if ([";", ",", "let"].includes(token)) groups.at(-1)?.push("");
    else append(groups, token);
  }
  return groups.map((group) => group.join(";")).join("");
}

function append(groups: string[][], text: string): void {
  const group = groups.at(-1) as string[];
  group.push(`${group.pop()}${text}`);
}
