/** Single values. Valibot does the checking; what it finds is reported in our words. */
import * as v from "valibot";
import { type Place, report, type Schema, type Shape, type Walk, wrongType } from "./schema.js";

interface LeafOptions {
  /** What the value must be, for messages: "a string". */
  readonly expected: string;
  readonly shape: Shape;
  /** For values of the right type that are wrong otherwise. */
  readonly code: string;
  readonly help?: ((value: unknown) => string | undefined) | undefined;
}

function leaf<I, O>(schema: v.GenericSchema<I, O>, options: LeafOptions): Schema<I, O> {
  const check = (value: unknown, at: Place, walk: Walk): O | undefined => {
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    const [issue] = result.issues;
    if (issue.kind === "schema") return wrongType(walk, at, options.expected, value, options.help?.(value));
    return report(walk, at, { code: options.code, message: issue.message, help: options.help?.(value) });
  };
  return { shape: options.shape, check };
}

/** A Valibot action from a function that says what is wrong. */
function rule<T>(problem: (value: T) => string | undefined) {
  return v.rawCheck<T>(({ dataset, addIssue }) => {
    const message = dataset.typed ? problem(dataset.value) : undefined;
    if (message !== undefined) addIssue({ message });
  });
}

export interface TextForm {
  readonly code: string;
  /** What is wrong with a text, in a sentence; `undefined` when nothing is. */
  readonly problem: (text: string) => string | undefined;
  /** A text that was probably meant. */
  readonly suggest?: (text: string) => string | undefined;
}

/** A string. Numbers and booleans are refused, with the advice to quote them. */
export function text(form?: TextForm): Schema<string> {
  const help = (value: unknown): string | undefined => {
    if (typeof value === "number" || typeof value === "boolean")
      return `Write it in quotes: ${JSON.stringify(String(value))}.`;
    const near = typeof value === "string" ? form?.suggest?.(value) : undefined;
    return near === undefined ? undefined : `Write ${JSON.stringify(near)}.`;
  };
  const schema = form === undefined ? v.string() : v.pipe(v.string(), rule(form.problem));
  const shape = { type: "string", format: form?.code } as const;
  return leaf<string, string>(schema, { expected: "a string", shape, code: form?.code ?? "wrong-text", help });
}

/** One of these words. */
export function word<const W extends readonly string[]>(...words: W): Schema<W[number]> {
  const known = words.join(", ");
  const problem = (value: string) =>
    words.includes(value) ? undefined : `${JSON.stringify(value)} is not one of the words allowed here: ${known}`;
  const suggest = (value: string) => words.find((one) => one.toLowerCase() === value.toLowerCase());
  const schema = text({ code: "unknown-word", problem, suggest });
  return { ...schema, shape: { type: "string", words } } as Schema<W[number]>;
}

export const boolean: Schema<boolean> = leaf<boolean, boolean>(v.boolean(), {
  expected: "true or false",
  shape: { type: "boolean" },
  code: "wrong-type",
  help: (value) => (value === "true" || value === "false" ? `Write ${value} without quotes.` : undefined),
});

interface Range {
  readonly minimum?: number;
  readonly maximum?: number;
  /** What it counts or names, for messages: "a port number". */
  readonly noun?: string;
  readonly code?: string;
}

const tooLarge = (value: number | bigint, high: number) => `${value} is too large: it must be at most ${high}`;

export function integer({
  minimum,
  maximum,
  noun = "a whole number",
  code = "out-of-range",
}: Range = {}): Schema<number> {
  const low = minimum ?? Number.MIN_SAFE_INTEGER;
  const high = maximum ?? Number.MAX_SAFE_INTEGER;
  const bounds = maximum === undefined ? `${low} or more` : `${low} to ${high}`;
  const problem = (value: number | bigint) => {
    if (typeof value === "number" && !Number.isInteger(value)) return `${value} is not ${noun}`;
    if (value >= low && value <= high) return undefined;
    // What is named, such as a port, has a range that belongs to it; a mere number is too small or too large.
    if (code !== "out-of-range") return `${value} is not ${noun}: it must be ${bounds}`;
    return value < low ? `${value} is too small: it must be at least ${low}` : tooLarge(value, high);
  };
  const schema = v.pipe(v.union([v.number(), v.bigint()]), rule(problem), v.transform(Number));
  const shape: Shape = {
    type: "integer",
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  const help = (value: unknown) =>
    typeof value === "string" && /^-?\d+$/.test(value) ? `Write ${value} without quotes.` : undefined;
  return leaf(schema, { expected: noun, shape, code, help }) as Schema<number>;
}

/** Any number or whole number of any size, for values that become text. */
export const scalarNumber: Schema<number | bigint> = leaf<number | bigint, number | bigint>(
  v.union([v.pipe(v.number(), v.finite("this must be a number that is not infinite")), v.bigint()]),
  { expected: "a number", shape: { type: "number" }, code: "wrong-type" },
);

/** A field that this version does not know what to do with; saying so beats ignoring it. */
export function unsupported(name: string): Schema<unknown, never> {
  const check = (_: unknown, at: Place, walk: Walk) =>
    report(walk, at, { code: "not-supported-yet", message: `"${name}" is not supported yet`, help: `Remove ${name}.` });
  return { shape: { type: "unsupported" }, check };
}
