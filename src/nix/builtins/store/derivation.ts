/** Store derivations as data, and the text that Nix writes them as (the ATerm format). */

/** The three texts that stand behind an output's name; which are empty tells how it is addressed. */
export interface DerivationOutput {
  /** Empty when it is not known before building. */
  readonly path: string;
  /** Such as `r:sha256`; empty unless the output is identified by its content. */
  readonly hashAlgorithm: string;
  /** Base 16; empty unless the output is fixed. */
  readonly hash: string;
}

export interface Derivation {
  readonly name: string;
  readonly outputs: ReadonlyMap<string, DerivationOutput>;
  /** Derivations needed, and which of their outputs. */
  readonly inputDerivations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Other store paths needed. */
  readonly inputSources: ReadonlySet<string>;
  readonly platform: string;
  readonly builder: string;
  readonly args: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
}

export function printDerivation(derivation: Derivation): string {
  const { outputs, inputDerivations, inputSources, platform, builder, args, environment } = derivation;
  const fields = [
    list(sorted(outputs), ([name, output]) => tuple(name, output.path, output.hashAlgorithm, output.hash)),
    list(sorted(inputDerivations), ([path, names]) => `(${quote(path)},${quoted([...names].sort())})`),
    quoted([...inputSources].sort()),
    quote(platform),
    quote(builder),
    quoted(args),
    list(sorted(environment), ([name, value]) => tuple(name, value)),
  ];
  return `Derive(${fields.join(",")})`;
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function list<T>(items: readonly T[], print: (item: T) => string): string {
  return `[${items.map(print).join(",")}]`;
}

function quoted(texts: readonly string[]): string {
  return list(texts, quote);
}

function tuple(...texts: string[]): string {
  return `(${texts.map(quote).join(",")})`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const special = /["\\\n\r\t]/;

function quote(text: string): string {
  if (!special.test(text)) return `"${text}"`;
  return `"${text.replace(/["\\\n\r\t]/g, (character) => escapes[character] as string)}"`;
}
