/**
 * Reads what `printDerivation` writes. The format is the tuples, lists and strings of JSON with other
 * brackets, so it is turned into JSON outside its strings, and read as that.
 */
import type { Derivation } from "./derivation.js";

type Parsed = readonly [
  outputs: readonly (readonly [name: string, path: string, algorithm: string, hash: string])[],
  inputDerivations: readonly (readonly [path: string, outputs: readonly string[]])[],
  inputSources: readonly string[],
  platform: string,
  builder: string,
  args: readonly string[],
  environment: readonly (readonly [name: string, value: string])[],
];

/** `undefined` when the text is not a derivation. */
export function parseDerivation(name: string, text: string): Derivation | undefined {
  const fields = parseFields(text);
  if (fields === undefined) return undefined;
  const [outputs, inputDerivations, inputSources, platform, builder, args, environment] = fields;
  return {
    name,
    outputs: new Map(
      outputs.map(([output, path, hashAlgorithm, hash]) => [output, { path, hashAlgorithm, hash }] as const),
    ),
    inputDerivations: new Map(inputDerivations.map(([path, names]) => [path, new Set(names)] as const)),
    inputSources: new Set(inputSources),
    platform,
    builder,
    args,
    environment: new Map(environment),
  };
}

function parseFields(text: string): Parsed | undefined {
  if (!text.startsWith("Derive(")) return undefined;
  const json = text.slice("Derive".length).replace(/"(?:[^"\\]|\\.)*"|[()]/gs, (token) => {
    if (token === "(") return "[";
    return token === ")" ? "]" : quoteAsJson(token);
  });
  try {
    return JSON.parse(json) as Parsed;
  } catch {
    return undefined;
  }
}

/** JSON wants control characters escaped, which derivations leave as they are. */
function quoteAsJson(token: string): string {
  const unescaped = token.slice(1, -1).replace(/\\(.)/gs, (_, character: string) => unescapes[character] ?? character);
  return JSON.stringify(unescaped);
}

const unescapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
