/** SARIF 2.1.0, which code-scanning services and editors read. */
import { diagnosticCodes } from "./codes.js";
import type { Diagnostic, Location, Note } from "./diagnostic.js";
import type { RenderOptions } from "./render.js";
import { endColumn, isFile, wholeMessage } from "./render-message.js";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export function renderSarif(diagnostics: readonly Diagnostic[], { version }: RenderOptions): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  const driver = {
    name: "nhg",
    fullName: "Nix Helm Generator",
    ...(version !== undefined && { semanticVersion: version }),
    rules: codes.map(ruleOf),
  };
  const results = diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code)));
  const run = { tool: { driver }, columnKind: "unicodeCodePoints", results };
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function ruleOf(id: string) {
  const explanation = diagnosticCodes.get(id);
  return { id, ...(explanation !== undefined && { shortDescription: { text: explanation } }) };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number) {
  const { code, severity, location, path, notes = [] } = diagnostic;
  const physical = location && physicalLocation(location);
  const logical = path === undefined ? undefined : { logicalLocations: [{ fullyQualifiedName: path }] };
  const related = notes.flatMap(relatedLocation).map((place, id) => ({ id, ...place }));
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: wholeMessage(diagnostic, false) },
    ...((physical || logical) && { locations: [{ ...physical, ...logical }] }),
    ...(related.length > 0 && { relatedLocations: related }),
  };
}

function relatedLocation({ message, location }: Note) {
  const physical = location && physicalLocation(location);
  return physical === undefined ? [] : [{ message: { text: message }, ...physical }];
}

function physicalLocation(location: Location) {
  if (!isFile(location)) return undefined;
  const { line, column, lineText } = location;
  const region = { startLine: line, startColumn: column, endColumn: endColumn(location) };
  const snippet = lineText !== undefined && { snippet: { text: lineText } };
  return { physicalLocation: { artifactLocation: artifact(location.file), region: { ...region, ...snippet } } };
}

/** A relative path is relative to the root of the sources, which the reader of the report knows. */
function artifact(file: string) {
  // A lone surrogate, which a name on Windows may have, cannot be encoded.
  const path = file
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return file.startsWith("/") ? { uri: `file://${path}` } : { uri: path, uriBaseId: "%SRCROOT%" };
}
