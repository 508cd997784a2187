/** Strings. Those that are about regular expressions, versions and contexts have files of their own. */
import type { Builtin } from "../eval/builtin.js";
import { coerceToString, concatContext, contextOf, makeString, textOf } from "../eval/coerce.js";
import { NixError } from "../eval/errors.js";
import { forceInt, forceList, forceString } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import type { Context, NixList, NixString, Slot } from "../eval/value.js";

export const strings: readonly Builtin[] = [
  {
    name: "toString",
    args: ["value"],
    doc: "A value as text; also numbers, truth values, null, and lists with a space between elements.",
    pure: true,
    global: true,
    call: (machine, value) => coerceToString(machine, value as Slot, { coerceMore: true }),
  },
  { name: "stringLength", args: ["string"], doc: "How many bytes a string has.", pure: true, call: stringLength },
  {
    name: "substring",
    args: ["start", "length", "string"],
    doc: "Bytes of a string, counted from 0; a negative length means: to the end.",
    pure: true,
    call: substring,
  },
  {
    name: "concatStringsSep",
    args: ["separator", "list"],
    doc: "The strings of a list, with a separator between.",
    pure: true,
    call: concatStringsSep,
  },
  {
    name: "replaceStrings",
    args: ["from", "to", "string"],
    doc: "A string with every occurrence of a string of the first list replaced by its partner in the second.",
    pure: true,
    call: replaceStrings,
  },
];

function stringLength(machine: Machine, string: Slot): number {
  return textOf(coerceToString(machine, string, { copyToStore: true })).length;
}

function substring(machine: Machine, from: Slot, size: Slot, slot: Slot): string | NixString {
  const start = Number(forceInt(from));
  if (start < 0) throw new NixError("value", "negative start position in 'substring'");
  const length = Number(forceInt(size));
  const string = coerceToString(machine, slot, { copyToStore: true });
  const text = textOf(string);
  const part = length < 0 ? text.slice(start) : text.slice(start, start + length);
  return makeString(part, contextOf(string));
}

function concatStringsSep(machine: Machine, separator: Slot, slot: Slot): string | NixString {
  const between = forceString(separator);
  const parts: string[] = [];
  let context = contextOf(between);
  for (const element of forceList(slot)) {
    const part = coerceToString(machine, element, { copyToStore: true });
    parts.push(textOf(part));
    context = concatContext(context, contextOf(part));
  }
  return makeString(parts.join(textOf(between)), context);
}

function replaceStrings(_: Machine, from: Slot, to: Slot, slot: Slot): string | NixString {
  const wanted = forceList(from);
  const replacements = forceList(to);
  if (wanted.length !== replacements.length) {
    throw new NixError("value", "'from' and 'to' arguments passed to builtins.replaceStrings have different lengths");
  }
  const needles = wanted.map((element) => textOf(forceString(element)));
  const string = forceString(slot);
  const replacer = new Replacer(needles, replacements, contextOf(string));
  return makeString(replacer.replace(textOf(string)), replacer.context);
}

class Replacer {
  /** Needles that may begin with a given byte, the empty one included, in the order of the list. */
  private readonly candidates = new Map<number, number[]>();
  private readonly emptyNeedle: number;

  constructor(
    private readonly needles: readonly string[],
    private readonly replacements: NixList,
    /** Grows by the contexts of the replacements that are used. */
    public context: Context,
  ) {
    this.emptyNeedle = needles.indexOf("");
    needles.forEach((needle, i) => {
      if (needle === "") return;
      const first = needle.charCodeAt(0);
      const known = this.candidates.get(first);
      if (known === undefined) this.candidates.set(first, [i]);
      else known.push(i);
    });
  }

  replace(text: string): string {
    const { needles } = this;
    if (needles.length === 1 && this.emptyNeedle < 0) return this.replaceOnly(text, needles[0] as string);
    let result = "";
    /** Where the text begins that has not been copied yet. */
    let copied = 0;
    for (let at = 0; at <= text.length; ) {
      const found = this.match(text, at);
      if (found < 0) {
        at++;
        continue;
      }
      const { length } = needles[found] as string;
      result += text.slice(copied, at) + this.replacement(found);
      copied = at + length;
      // The empty string matches between any two bytes, and once at the end.
      at = length === 0 ? at + 1 : copied;
    }
    return result + text.slice(copied);
  }

  private replaceOnly(text: string, needle: string): string {
    return text.includes(needle) ? text.replaceAll(needle, () => this.replacement(0)) : text;
  }

  /** The first needle of the list that stands here, or -1. */
  private match(text: string, at: number): number {
    const candidates = this.candidates.get(text.charCodeAt(at)) ?? [];
    const found = candidates.find((i) => text.startsWith(this.needles[i] as string, at)) ?? -1;
    if (this.emptyNeedle < 0) return found;
    return found < 0 ? this.emptyNeedle : Math.min(found, this.emptyNeedle);
  }

  /** A replacement is computed only when it is used. */
  private replacement(index: number): string {
    const replacement = forceString(this.replacements[index] as Slot);
    this.context = concatContext(this.context, contextOf(replacement));
    return textOf(replacement);
  }
}
