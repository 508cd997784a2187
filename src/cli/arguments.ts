/**
 * Command lines from a table of flags. `node:util`'s `parseArgs` knows no flag with two values, which
 * Nix's `--arg NAME EXPR` is; this does all that is needed.
 */
import { nearest } from "../nix/eval/compile/suggest.js";

/** One row of a command's table. */
export interface Flag<Name extends string = string> {
  /** Without its dashes. */
  readonly name: Name;
  /** One letter. Its value may follow without a space, as in `-Inixpkgs=…`. */
  readonly short?: string;
  /** What the values are called in the help; none for a switch. */
  readonly values?: readonly string[];
  /** The only values that the flag takes. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The command line was wrong: exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  constructor(
    message: string,
    /** What to write instead, as a short sentence. */
    readonly help?: string,
  ) {
    super(message);
  }
}

/** A command line as understood. Flags may stand before, between and after the operands. */
export class Arguments<Name extends string = string> {
  constructor(
    private readonly given: ReadonlyMap<string, readonly (readonly string[])[]>,
    readonly operands: readonly string[],
  ) {}

  has(name: Name): boolean {
    return this.given.has(name);
  }

  /** The value of a flag that takes one. Given twice, the last wins. */
  value(name: Name): string | undefined {
    return this.given.get(name)?.at(-1)?.[0];
  }

  /** The values of each time the flag was given. */
  all(name: Name): readonly (readonly string[])[] {
    return this.given.get(name) ?? [];
  }
}

/** Throws a `UsageError`. */
export function parseArguments<Name extends string>(
  words: readonly string[],
  flags: readonly Flag<Name>[],
): Arguments<Name> {
  return new ArgumentParser(words, flags).parse();
}

class ArgumentParser<Name extends string> {
  private readonly given = new Map<string, string[][]>();
  private readonly operands: string[] = [];
  private at = 0;

  constructor(
    private readonly words: readonly string[],
    private readonly flags: readonly Flag<Name>[],
  ) {}

  parse(): Arguments<Name> {
    while (this.at < this.words.length) {
      const word = this.words[this.at++] as string;
      if (word === "--") this.takeRest();
      else if (word.startsWith("--")) this.long(word);
      else if (word.startsWith("-") && word !== "-") this.short(word);
      else this.operands.push(word);
    }
    return new Arguments(this.given, this.operands);
  }

  private takeRest(): void {
    this.operands.push(...this.words.slice(this.at));
    this.at = this.words.length;
  }

  private long(word: string): void {
    const equals = word.indexOf("=");
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const flag = this.flags.find((row) => row.name === name);
    if (flag === undefined) throw unknownFlag(`--${name}`, this.flags);
    this.record(flag, `--${name}`, equals < 0 ? undefined : word.slice(equals + 1));
  }

  private short(word: string): void {
    const flag = this.flags.find((row) => row.short === word[1]);
    if (flag === undefined) throw unknownFlag(word, this.flags);
    this.record(flag, word.slice(0, 2), word.length > 2 ? word.slice(2) : undefined);
  }

  private record(flag: Flag, spelling: string, attached: string | undefined): void {
    const wanted = flag.values ?? [];
    if (wanted.length === 0 && attached !== undefined) {
      throw new UsageError(`the flag '${spelling}' takes no value, but '${attached}' is given`);
    }
    const values = attached === undefined ? [] : [attached];
    while (values.length < wanted.length && this.at < this.words.length) values.push(this.words[this.at++] as string);
    if (values.length < wanted.length) {
      throw new UsageError(`the flag '${spelling}' needs ${wanted.slice(values.length).join(" and ")}`);
    }
    checkChoice(flag, spelling, values[0]);
    this.given.set(flag.name, [...(this.given.get(flag.name) ?? []), values]);
  }
}

function checkChoice(flag: Flag, spelling: string, value: string | undefined): void {
  if (flag.choices === undefined || value === undefined || flag.choices.includes(value)) return;
  const [meant] = nearest(value, flag.choices);
  const choices = `it can be ${flag.choices.join(", ")}`;
  throw new UsageError(
    `'${value}' is no value of the flag '${spelling}'`,
    meant === undefined ? choices : `did you mean '${meant}'? ${choices}`,
  );
}

function unknownFlag(spelling: string, flags: readonly Flag[]): UsageError {
  const [meant] = nearest(
    spelling,
    flags.map((flag) => `--${flag.name}`),
  );
  return new UsageError(`unknown flag '${spelling}'`, meant && `did you mean '${meant}'?`);
}
