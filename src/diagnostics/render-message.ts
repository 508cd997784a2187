/** What the formats for tools make of a diagnostic's words, where they have one field for all of them. */
import type { Diagnostic, Location } from "./diagnostic.js";

/** Message, notes and help, a line each. `withPlaces` is for formats that cannot hold the notes' locations. */
export function wholeMessage({ message, notes = [], help }: Diagnostic, withPlaces: boolean): string {
  const lines = [message];
  for (const note of notes) {
    if (note.location === undefined) lines.push(`note: ${note.message}`);
    else if (withPlaces) lines.push(`note: ${note.message} (${formatPlace(note.location)})`);
  }
  if (help !== undefined) lines.push(`help: ${help}`);
  return lines.join("\n");
}

/** `charts/web.nix:7:5` */
export function formatPlace({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** Whether a location lies in a file rather than in `«string»`, `(stdin)` and the like. */
export function isFile({ file }: Location): boolean {
  return !/^[«(]/.test(file);
}

/** One after the last column, on the line where the location begins. */
export function endColumn({ column, length, lineText }: Location): number {
  const end = column + length;
  if (lineText === undefined) return end;
  return Math.max(column + 1, Math.min(end, [...lineText].length + 1));
}
