/** What is wrong, or suspicious, in a config: plain data that knows its place in the config, not in a file. */

export type Path = readonly (string | number)[];

export interface ConfigIssue {
  /** Stable and in kebab-case, such as `unknown-field`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly path: Path;
  readonly message: string;
  /** What to write instead, as a short imperative sentence. */
  readonly help?: string;
}

/** A path as a user would write it in Nix: `app.ports.0`, `app.configData."logging.yaml"`. */
export function formatPath(path: Path): string {
  return path.map((part) => (/^[A-Za-z_][-\w']*$|^\d+$/.test(String(part)) ? part : JSON.stringify(part))).join(".");
}

/** One issue on one or two lines, for messages without a source to point at. */
export function formatIssue({ path, message, help }: ConfigIssue): string {
  const place = path.length === 0 ? "" : `${formatPath(path)}: `;
  return `${place}${message}${help === undefined ? "" : `\n  ${help}`}`;
}

/** Thrown for a config that is wrong. The message lists every error, `issues` holds them with the warnings. */
export class ChartError extends Error {
  override readonly name: string = "ChartError";
  constructor(
    readonly issues: readonly ConfigIssue[],
    subject = "the chart's config",
  ) {
    const errors = issues.filter(({ severity }) => severity === "error");
    const count = errors.length === 1 ? "1 problem" : `${errors.length} problems`;
    super([`${subject} has ${count}:`, ...errors.map(formatIssue)].join("\n"));
  }
}
