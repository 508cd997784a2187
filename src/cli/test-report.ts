/** What `nhg test` prints. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type RenderOptions, render } from "../diagnostics/render.js";
import type { TestResult } from "../project/testing/test-result.js";

type Reporter = (results: readonly TestResult[], options: RenderOptions) => string;

const reporters = { text: reportText, json: reportJson } satisfies Record<string, Reporter>;

export type TestFormat = keyof typeof reporters;

export const testFormats = Object.keys(reporters) as readonly TestFormat[];

export function reportTests(results: readonly TestResult[], format: TestFormat, options: RenderOptions): string {
  const reporter: Reporter = reporters[format];
  return reporter(results, options);
}

const green = "\x1b[32m";
const red = "\x1b[31m";
const plain = "\x1b[0m";

/** Each test with its file above it; what went wrong, at the end, where one looks first. */
function reportText(results: readonly TestResult[], options: RenderOptions): string {
  const files = [...new Set(results.map(({ file }) => file))];
  const sections = files.map((file) => {
    const lines = results.filter((result) => result.file === file).map((result) => `  ${line(result, options)}\n`);
    return `${shortened(file, options)}\n${lines.join("")}`;
  });
  const failed = results.filter(({ passed }) => !passed);
  const problems = failed.map((result) => {
    return `\n${title(result, options)}\n${render(result.diagnostics, "text", options)}`;
  });
  const count = `${results.length - failed.length} passed, ${failed.length} failed\n`;
  return `${sections.join("\n")}${problems.join("")}\n${count}`;
}

function line({ name, passed, message }: TestResult, { color }: RenderOptions): string {
  const sign = passed ? "✓" : "✗";
  const shown = color ? `${passed ? green : red}${sign}${plain}` : sign;
  return `${shown} ${name || "the file"}${message === undefined ? "" : `: ${message}`}`;
}

function title({ file, name }: TestResult, options: RenderOptions): string {
  return `✗ ${shortened(file, options)}${name === "" ? "" : ` ${name}`}`;
}

function shortened(file: string, { workingDirectory }: RenderOptions): string {
  const prefix = `${workingDirectory}/`;
  return workingDirectory !== undefined && file.startsWith(prefix) ? file.slice(prefix.length) : file;
}

function reportJson(results: readonly TestResult[], options: RenderOptions): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const tests = results.map(({ file, name, location, passed: ok, message, diagnostics }) => ({
    file: shortened(file, options),
    ...(location && { line: location.line, column: location.column }),
    name,
    passed: ok,
    ...(message !== undefined && { message }),
    diagnostics: JSON.parse(render(diagnostics, "json", options)) as readonly Diagnostic[],
  }));
  return `${JSON.stringify({ passed: results.length - failed, failed, tests }, undefined, 2)}\n`;
}
