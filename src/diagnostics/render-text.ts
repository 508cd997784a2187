/**
 * For people:
 *
 *     error[unknown-field]: `app.replica` is not a field of a chart
 *       --> charts/web.nix:7:5
 *        |
 *      7 |     replica = 3;
 *        |     ^^^^^^^
 *        = help: did you mean `replicas`?
 */
import type { Diagnostic, Location, Severity } from "./diagnostic.js";
import type { RenderOptions } from "./render.js";
import { formatPlace } from "./render-message.js";
import { excerpt, printable, printableLine } from "./render-source.js";

const defaultWidth = 120;

const colors = {
  error: "\x1b[1;31m",
  warning: "\x1b[1;33m",
  note: "\x1b[1;32m",
  help: "\x1b[1;36m",
  message: "\x1b[1m",
  gutter: "\x1b[1;34m",
} as const;

const noColor = "\x1b[0m";

type Paint = (color: keyof typeof colors, text: string) => string;

interface Style {
  readonly paint: Paint;
  readonly width: number;
}

export function renderText(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const paint: Paint = options.color ? (color, text) => `${colors[color]}${text}${noColor}` : (_, text) => text;
  const style = { paint, width: options.width ?? defaultWidth };
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, style).join("\n")}\n`).join("\n");
}

function renderOne(diagnostic: Diagnostic, style: Style): string[] {
  const { code, severity, message, location, path, notes = [], help } = diagnostic;
  const indent = " ".repeat(gutterWidth(diagnostic));
  const lines = heading(severity, code, message, style);
  if (location) lines.push(...place(location, indent, style, severity));
  // The path is news only where neither the message nor a line of source says it.
  if (path && !location && !message.includes(path)) lines.push(...remark("note", `in ${path}`, indent, style));
  for (const note of notes.filter((each) => !each.location)) lines.push(...remark("note", note.message, indent, style));
  if (help !== undefined) lines.push(...remark("help", help, indent, style));
  for (const { message: words, location: where } of notes) {
    if (where) lines.push(...heading("note", "", words, style), ...place(where, indent, style, "note"));
  }
  return lines;
}

/** As wide as the longest line number, and a space before it. */
function gutterWidth({ location, notes = [] }: Diagnostic): number {
  const numbers = [location, ...notes.map((note) => note.location)].map((each) => each?.line ?? 1);
  return String(Math.max(...numbers)).length + 1;
}

function heading(severity: Severity, code: string, message: string, { paint }: Style): string[] {
  const [first = "", ...more] = printable(message).split("\n");
  const label = paint(severity, code === "" ? severity : `${severity}[${printableLine(code)}]`);
  return [`${label}${paint("message", `: ${first}`)}`, ...more.map((line) => (line === "" ? "" : `  ${line}`))];
}

function place(location: Location, indent: string, { paint, width }: Style, severity: Severity): string[] {
  const arrow = `${indent}${paint("gutter", "-->")} ${printableLine(formatPlace(location))}`;
  if (location.lineText === undefined) return [arrow];
  const { text, offset, length } = excerpt(location.lineText, location.column, location.length, width);
  const bar = `${indent} ${paint("gutter", "|")}`;
  const number = paint("gutter", `${String(location.line).padStart(indent.length)} |`);
  const underline = " ".repeat(offset) + paint(severity, "^".repeat(length));
  return [arrow, bar, text === "" ? number : `${number} ${text}`, `${bar} ${underline}`];
}

function remark(label: "note" | "help", text: string, indent: string, { paint }: Style): string[] {
  const start = `${indent} ${paint("gutter", "=")} ${paint(label, label)}: `;
  const [first = "", ...more] = printable(text).split("\n");
  const aligned = " ".repeat(indent.length + `  = ${label}: `.length - 1);
  return [start + first, ...more.map((line) => (line === "" ? "" : aligned + line))];
}
