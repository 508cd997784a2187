/** Diagnostics → text for people and for tools: the one place that knows how they look. */
import type { Diagnostic, Location } from "./diagnostic.js";
import { renderGithub } from "./render-github.js";
import { renderJson } from "./render-json.js";
import { renderSarif } from "./render-sarif.js";
import { renderText } from "./render-text.js";

export interface RenderOptions {
  /** Whether the text format uses a terminal's colours. */
  readonly color?: boolean;
  /** Columns that lines of source may take in the text format; longer ones are cropped. 120 unless said. */
  readonly width?: number;
  /** Files inside this folder are named relative to it. Absolute and `/`-separated, like all paths of ours. */
  readonly workingDirectory?: string;
  /** Of this program, for SARIF. */
  readonly version?: string;
}

type Renderer = (diagnostics: readonly Diagnostic[], options: RenderOptions) => string;

const renderers = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
} satisfies Record<string, Renderer>;

export type DiagnosticFormat = keyof typeof renderers;

export const diagnosticFormats = Object.keys(renderers) as readonly DiagnosticFormat[];

/** In the order given. Ends in a line break, unless it is empty. */
export function render(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat = "text",
  options: RenderOptions = {},
): string {
  const renderer: Renderer = renderers[format];
  return renderer(
    diagnostics.map((diagnostic) => withFiles(diagnostic, options.workingDirectory)),
    options,
  );
}

function withFiles(diagnostic: Diagnostic, folder: string | undefined): Diagnostic {
  if (folder === undefined) return diagnostic;
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  const shorten = <Place extends { readonly location?: Location }>(place: Place): Place => {
    const { location } = place;
    if (!location?.file.startsWith(prefix)) return place;
    return { ...place, location: { ...location, file: location.file.slice(prefix.length) } };
  };
  const { notes } = diagnostic;
  return { ...shorten(diagnostic), ...(notes && { notes: notes.map(shorten) }) };
}
