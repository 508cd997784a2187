/** Regular expressions: POSIX extended, on bytes. */
import type { Builtin } from "../eval/builtin.js";
import { textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceString, forceStringNoContext } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { NixList, Slot } from "../eval/value.js";
import { RegexError } from "./regex/ast.js";
import { Matcher, type MatchMode } from "./regex/matcher.js";
import { compileRegex } from "./regex/program.js";

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

/** By pattern: the same few are used over and over. Matching never calls back, so one of each is enough. */
const matchers = new Map<string, Matcher>();
const maxMatchers = 1000;

function matcherFor(pattern: string): Matcher {
  const known = matchers.get(pattern);
  if (known !== undefined) return known;
  if (matchers.size >= maxMatchers) matchers.clear();
  const matcher = new Matcher(compileRegex(pattern));
  matchers.set(pattern, matcher);
  return matcher;
}

/** Runs `action` with the pattern's matcher; what is wrong with a pattern is told in Nix's words. */
function withMatcher<T>(slot: Slot, action: (matcher: Matcher) => T): T {
  const pattern = forceStringNoContext(slot);
  try {
    return action(matcherFor(pattern));
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
  return withMatcher(pattern, (matcher) => {
    const text = textOf(forceString(slot));
    matcher.begin(text);
    return matcher.match(0, { whole: true, allowEmpty: true }) ? groupsOf(matcher, text) : null;
  });
}

function groupsOf({ begins, ends }: Matcher, text: string): (string | null)[] {
  const groups: (string | null)[] = [];
  for (let group = 1; group < begins.length; group++) {
    const end = ends[group] as number;
    groups.push(end < 0 ? null : text.slice(begins[group], end));
  }
  return groups;
}

function split(_: Machine, pattern: Slot, slot: Slot): NixList {
  return withMatcher(pattern, (matcher) => {
    const string = forceString(slot);
    const text = textOf(string);
    const parts: Slot[] = [];
    let copied = 0;
    for (const { begin, end, groups } of matches(matcher, text)) {
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
function* matches(matcher: Matcher, text: string): Generator<Match> {
  matcher.begin(text);
  const search = { whole: false, allowEmpty: true };
  let begin = 0;
  let allowEmpty = true;
  while (true) {
    if (!allowEmpty && !matcher.match(begin, { whole: false, allowEmpty })) {
      begin = find(matcher, text, begin + 1, search);
    } else if (allowEmpty) {
      begin = find(matcher, text, begin, search);
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
function find(matcher: Matcher, text: string, start: number, mode: MatchMode): number {
  const { first } = matcher.program;
  for (let begin = start; begin <= text.length; begin++) {
    if (first !== undefined && first[text.charCodeAt(begin)] !== 1) continue;
    if (matcher.match(begin, mode)) return begin;
  }
  return -1;
}
