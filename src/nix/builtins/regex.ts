/** Regular expressions: POSIX extended, on bytes. */
import type { Builtin } from "../eval/builtin.js";
import { textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceString, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { NixList, Slot } from "../eval/value.js";
import { RegexError } from "./regex/ast.js";
import { Matcher, type MatchMode } from "./regex/matcher.js";
import { compileRegex, type Program } from "./regex/program.js";

export const regex: readonly Builtin[] = [
  {
    name: "match",
    args: ["regex", "string"],
    doc: "What the groups of a regular expression match when it fits the whole string; otherwise null.",
    pure: true,
    call: match,
  },
  {
    name: "split",
    args: ["regex", "string"],
    doc: "The parts of a string between the matches of a regular expression, with the groups of each as a list.",
    pure: true,
    call: split,
  },
];

/** Programs by pattern: the same few are used over and over. */
const compiled = new Map<string, Program>();
const maxCompiled = 1000;

function programFor(pattern: string): Program {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= maxCompiled) compiled.clear();
  const program = compileRegex(pattern);
  compiled.set(pattern, program);
  return program;
}

/** Runs `action` with the pattern's program; what is wrong with a pattern is told in Nix's words. */
function withProgram<T>(slot: Slot, action: (program: Program) => T): T {
  const pattern = forceStringNoContext(slot);
  try {
    return action(programFor(pattern));
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new NixError(
      "value",
      error.problem === "invalid"
        ? `invalid regular expression '${pattern}'`
        : `memory limit exceeded by regular expression '${pattern}'`,
    );
  }
}

function match(_: Machine, pattern: Slot, slot: Slot): NixList | null {
  return withProgram(pattern, (program) => {
    const text = textOf(forceString(slot));
    const matcher = new Matcher(program, text);
    return matcher.match(0, { whole: true, allowEmpty: true }) ? groupsOf(matcher, text) : null;
  });
}

function groupsOf({ begins, ends }: Matcher, text: string): (string | null)[] {
  return Array.from(begins.subarray(1), (begin, i) => {
    const end = ends[i + 1] as number;
    return end < 0 ? null : text.slice(begin, end);
  });
}

function split(_: Machine, pattern: Slot, slot: Slot): NixList {
  return withProgram(pattern, (program) => {
    const string = forceString(slot);
    const text = textOf(string);
    const parts: Slot[] = [];
    let copied = 0;
    for (const { begin, end, groups } of matches(program, text)) {
      parts.push(text.slice(copied, begin), groups);
      copied = end;
    }
    // Only a string that nothing was cut from keeps its context.
    parts.push(parts.length === 0 ? string : text.slice(copied));
    return parts;
  });
}

interface Match {
  readonly begin: number;
  readonly end: number;
  readonly groups: NixList;
}

/** All matches from left to right. After an empty one, a longer one is looked for in the same place first. */
function* matches(program: Program, text: string): Generator<Match> {
  const matcher = new Matcher(program, text);
  const search = { whole: false, allowEmpty: true };
  let begin = 0;
  let allowEmpty = true;
  while (true) {
    if (!allowEmpty && !matcher.match(begin, { whole: false, allowEmpty })) {
      begin = find(matcher, program, text, begin + 1, search);
    } else if (allowEmpty) {
      begin = find(matcher, program, text, begin, search);
    }
    if (begin < 0) return;
    const { end } = matcher;
    yield { begin, end, groups: groupsOf(matcher, text) };
    if (begin === end && end === text.length) return;
    allowEmpty = begin !== end;
    begin = end;
  }
}

/** Where the next match begins, from `start` on, or -1. */
function find(matcher: Matcher, { first }: Program, text: string, start: number, mode: MatchMode): number {
  for (let begin = start; begin <= text.length; begin++) {
    if (first !== undefined && first[text.charCodeAt(begin)] !== 1) continue;
    if (matcher.match(begin, mode)) return begin;
  }
  return -1;
}
