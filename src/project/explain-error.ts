/**
 * From what an evaluation fails with to diagnostics. A trace is shown from the user's point of view:
 * frames in the user's own files first, those inside the library (or nixpkgs' stand-in) only on demand.
 */
import type { Diagnostic, Location, Note } from "../diagnostics/diagnostic.js";
import { IoError } from "../io/io.js";
import { locationOf } from "../library/location.js";
import { toText } from "../nix/eval/bytes.js";
import { type Frame, NixError } from "../nix/eval/errors.js";
import type { Span } from "../nix/syntax/source.js";
import { bySource } from "./diagnostic-order.js";
import { hintFor } from "./hints.js";
import { Problem } from "./problem.js";
import { isUsersOwn } from "./sources.js";
import { StoreError } from "./store-path.js";

export interface ExplainOptions {
  /** `--show-trace`: every frame, wherever it is. */
  readonly showTrace: boolean;
  /** Whether nixpkgs' stand-in was in use, which may lack something. */
  readonly usesStandIn: boolean;
}

/** Frames shown without `--show-trace`. */
const shortTrace = 3;

/** Undefined for what is not the user's to mend: let it go on as the defect it is. */
export function explainError(error: unknown, options: ExplainOptions): readonly Diagnostic[] | undefined {
  if (error instanceof Problem) return error.diagnostics;
  if (error instanceof NixError) return explainNixError(error, options);
  if (error instanceof IoError) return [{ code: "io", severity: "error", message: error.message }];
  if (error instanceof StoreError) {
    return [{ code: error.code, severity: "error", message: error.message, help: error.help }];
  }
  return undefined;
}

function explainNixError(error: NixError, options: ExplainOptions): readonly Diagnostic[] {
  const details = hostDiagnostics(error);
  if (details === undefined) return [error, ...error.others].map((one) => explainOne(one, options));
  const notes = traceNotes(error, error.span, options);
  // The way to a wrong config is the same for all of its problems, and told once.
  return details.map((detail, i) =>
    i > 0 || notes.length === 0 ? detail : { ...detail, notes: [...(detail.notes ?? []), ...notes] },
  );
}

/** What the library found wrong in a config, problem by problem; what is missing is blamed on the call. */
function hostDiagnostics(error: NixError): readonly Diagnostic[] | undefined {
  const { code, detail } = error;
  if (code !== "host" || !Array.isArray(detail) || detail.length === 0) return undefined;
  const call = placeOf(error);
  const location = call && locate(call);
  return (detail as readonly Diagnostic[]).map((one) => ({ ...(location && { location }), ...one })).sort(bySource);
}

function explainOne(error: NixError, options: ExplainOptions): Diagnostic {
  const place = placeOf(error);
  const notes = traceNotes(error, place, options);
  const help = [error.help && toText(error.help), didYouMean(error), hintFor(error, options.usesStandIn)]
    .filter(Boolean)
    .join("; ");
  return {
    code: error.code,
    severity: "error",
    message: toText(error.message),
    ...(place && { location: locate(place) }),
    ...(notes.length > 0 && { notes }),
    ...(help !== "" && { help }),
  };
}

/** The nearest place in the user's own text; if there is none, whatever place there is. */
function placeOf({ span, frames }: NixError): Span | undefined {
  if (span !== undefined && isUsersOwn(span.source)) return span;
  return frames.find((frame) => frame.span !== undefined && isUsersOwn(frame.span.source))?.span ?? span;
}

function traceNotes(error: NixError, place: Span | undefined, { showTrace }: ExplainOptions): readonly Note[] {
  if (showTrace) return [...error.frames.map(toNote), ...droppedNote(error.droppedFrames)];
  const seen = new Set(place === undefined ? [] : [placeKey(place)]);
  const own = error.frames.filter(({ span }) => {
    if (span === undefined || !isUsersOwn(span.source) || seen.has(placeKey(span))) return false;
    seen.add(placeKey(span));
    return true;
  });
  const shown = own.slice(0, shortTrace).map(toNote);
  const last = shown.at(-1);
  if (own.length <= shortTrace || last === undefined) return shown;
  return [...shown.slice(0, -1), { ...last, message: `${last.message} (\`--show-trace\` shows the rest)` }];
}

function toNote({ message, span }: Frame): Note {
  return { message: toText(message), ...(span && { location: locate(span) }) };
}

function droppedNote(dropped: number): readonly Note[] {
  return dropped === 0 ? [] : [{ message: `and ${dropped} frames more` }];
}

function placeKey({ source, start }: Span): string {
  return `${source.name}:${start}`;
}

/** A source that is no file is named in a way that no file is. */
export function locate(span: Span): Location {
  const location = locationOf(span);
  return span.source.isFile || /^[«(]/.test(location.file) ? location : { ...location, file: `«${location.file}»` };
}

function didYouMean({ suggestions }: NixError): string {
  const names = suggestions.map((name) => `\`${toText(name)}\``);
  if (names.length === 0) return "";
  const last = names.pop();
  return `did you mean ${names.length === 0 ? "" : `${names.join(", ")} or `}${last}?`;
}
