/**
 * Where Nix 2.8, which Debian ships and these tests compare with, differs from later ones (we follow 2.36), and
 * the one place where we differ from both. A difference that no row explains is a defect.
 */
import { printFloat } from "../../../src/nix/eval/print.js";
import { preamble } from "./grammar/program.js";
import type { Comparison, Outcome } from "./outcome.js";

/** The same value, written differently: what is compared is what `normalise` leaves. */
interface Spelling {
  readonly reason: string;
  readonly normalise: (printed: string, program: string) => string;
}

/** A program that comes out differently. */
interface Change {
  readonly reason: string;
  readonly explains: (comparison: Comparison) => boolean;
}

const spellings: readonly Spelling[] = [
  {
    reason: "keywords are quoted when they are printed as attribute names",
    normalise: (printed) => printed.replace(/"(if|then|else|assert|with|let|in|rec|inherit)"(?= = )/g, "$1"),
  },
  {
    reason: "`$` in a printed attribute name is escaped only before `{`",
    normalise: (printed) => printed.replace(/\\\$/g, "$"),
  },
  {
    reason: "NaN has no sign here; Nix prints the one that the processor gives it",
    normalise: (printed) => printed.replaceAll("-nan", "nan"),
  },
  {
    reason: "`toJSON` writes all digits of a float, `.0` after a whole one, and `null` for what JSON cannot say",
    normalise: (printed, program) => (calls(program, "toJSON") ? withSixDigits(printed) : printed),
  },
];

const changes: readonly Change[] = [
  {
    reason: "arithmetic that does not fit into 64 bits fails; it used to wrap",
    explains: ({ ours }) => failedWith(ours, /^integer overflow/),
  },
  {
    reason: "`floor` and `ceil` fail where the result is no int; they used to give any",
    explains: ({ ours }) => failedWith(ours, /not in the range of NixInt|issues\/12899/),
  },
  {
    reason: "a set is there only when all its computed names are; it used to be there, without them, to compute them",
    explains: ({ program, ours }) => /\$\{.*\}"? =/s.test(program) && failedWith(ours, /^infinite recursion/),
  },
  {
    reason: "`map` and `genList` want a function even if they never call it",
    explains: ({ program, ours }) => calls(program, "map", "genList") && failedWith(ours, /^expected a function/),
  },
  {
    reason: "`filter` and `sort` do not look at the function when the list is empty",
    explains: ({ program, ours, nix }) =>
      calls(program, "filter", "sort") && "printed" in ours && failedWith(nix, /while a function was expected/),
  },
  {
    reason: "`substring` and `elemAt` take 64-bit numbers; they used to cut them to 32 bits",
    explains: ({ program }) => calls(program, "substring", "elemAt") && /\d{10}/.test(program),
  },
  {
    reason: "`replaceStrings` computes only the replacements that it uses",
    explains: ({ program, ours }) => calls(program, "replaceStrings") && "printed" in ours,
  },
  {
    reason: "names of store paths may no longer be `.` or `..`, or begin like that before a dash",
    explains: ({ ours }) => failedWith(ours, /^name '\.\.?(-.*)?' is not valid$/),
  },
  {
    reason: "a variable from a `with` that was forced already stays a thunk where it need not be computed",
    explains: ({ depth, program, ours, nix }) =>
      depth === "lazy" && /\bw[isr]\b/.test(program.slice(preamble.length)) && unfolds(ours, nix, program),
  },
];

/** Whether the outcomes are the same, but for what is known. */
export function agree(comparison: Comparison): boolean {
  const { program, ours, nix } = comparison;
  if ("error" in ours && "error" in nix) return true;
  if ("printed" in ours && "printed" in nix && spell(ours.printed, program) === spell(nix.printed, program))
    return true;
  return changes.some(({ explains }) => explains(comparison));
}

function spell(printed: string, program: string): string {
  return spellings.reduce((text, { normalise }) => normalise(text, program), printed);
}

/** What Nix 2.8 makes of the numbers in a JSON text. */
function withSixDigits(json: string): string {
  const numbers = json.replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, (digits) => printFloat(Number(digits)));
  return numbers.replace(/-?\b(inf|nan)\b/g, "null");
}

/** Whether the program is a call of one of these builtins, and not one of those that use them somewhere. */
function calls(program: string, ...builtins: readonly string[]): boolean {
  return builtins.some((name) => program.startsWith(`builtins.${name} `));
}

function failedWith(outcome: Outcome, message: RegExp): boolean {
  return "error" in outcome && message.test(outcome.error);
}

/** Whether the second shows the same as the first, or more. */
function unfolds(ours: Outcome, nix: Outcome, program: string): boolean {
  if ("error" in ours || "error" in nix) return false;
  const parts = spell(ours.printed, program).split("<CODE>");
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  return new RegExp(`^${pattern}$`, "s").test(spell(nix.printed, program));
}
