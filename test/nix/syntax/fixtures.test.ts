/**
 * Cases in files: `.nix` beside what the parser makes of it. `UPDATE_GOLDEN=1` writes the expectations.
 *
 * - `parse-okay`: what Nix accepts, printed as Nix prints it;
 * - `parse-fail`: what Nix refuses, and the message;
 * - `parse-dialect`: what only we accept: Nix's reading, ours, warnings, and what `--portable` says.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { fromByteArray, toText } from "../../../src/nix/eval/bytes.js";
import type { Expr } from "../../../src/nix/syntax/ast.js";
import { type ParseOptions, parse } from "../../../src/nix/syntax/parser.js";
import { print } from "../../../src/nix/syntax/print.js";
import { Source, type Span } from "../../../src/nix/syntax/source.js";
import { NixSyntaxError } from "../../../src/nix/syntax/syntax-error.js";
import { temporaryFolder } from "../../support/temporary.js";
import { requireTool } from "../../support/tools.js";
import { nodes } from "./nodes.js";
import { parseOurselves, parseWithNix } from "./oracle.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const update = process.env.UPDATE_GOLDEN === "1";
const nix = requireTool("nix-instantiate");

/** Cases that Nix 2.8, which the tests run, treats otherwise than later versions, which we follow. */
const differsInOldNix: ReadonlyMap<string, string> = new Map([
  ["merged-deep-sets", "2.8 merges sets one level deep, and loses dynamic attributes"],
  ["nul-in-string", "2.8 cuts the string at the null byte"],
  ["nul-in-indented-string", "2.8 cuts the string at the null byte"],
]);

function names(folder: string): string[] {
  const files = readdirSync(join(here, folder)).filter((name) => name.endsWith(".nix"));
  return files.map((name) => name.slice(0, -".nix".length));
}

function sourceOf(folder: string, name: string): Source {
  const text = fromByteArray(readFileSync(join(here, folder, `${name}.nix`)));
  return new Source(`${name}.nix`, text, "/folder", false);
}

function expectGolden(folder: string, name: string, actual: string): void {
  const golden = join(here, folder, `${name}.exp`);
  if (update) writeFileSync(golden, actual);
  assert.equal(actual, readFileSync(golden, "utf8"));
}

for (const name of names("parse-okay")) {
  test(`parses ${name}`, () => {
    expectGolden("parse-okay", name, `${printed(sourceOf("parse-okay", name), { portable: true })}\n`);
  });
}

for (const name of names("parse-fail")) {
  test(`refuses ${name}`, () => expectGolden("parse-fail", name, failure(sourceOf("parse-fail", name), {})));
}

for (const name of names("parse-dialect")) {
  test(`reads ${name} in two ways`, () => {
    const source = sourceOf("parse-dialect", name);
    const warnings: string[] = [];
    const { expr, fragment } = parse(source, {
      warn: ({ code, message, span, help }) =>
        warnings.push(`warning[${code}]: ${message}\n${excerpt(span)}help: ${help}`),
    });
    const lines = [fragment ? "fragment" : "expression", show(expr), ...readings(expr), ...warnings, "", "portable:"];
    expectGolden("parse-dialect", name, `${lines.join("\n")}\n${portable(source)}`);
  });
}

test("real Nix agrees with every case", { skip: nix.skip }, (t) => {
  const folder = temporaryFolder(t);
  const cases = ["parse-okay", "parse-fail"].flatMap((kind) =>
    names(kind).map((name) => ({ name, text: sourceOf(kind, name).text })),
  );
  const verdicts = parseWithNix(
    nix.path,
    folder,
    cases.map(({ text }) => text),
  );
  for (const [i, { name, text }] of cases.entries()) {
    const ours = parseOurselves(folder, text);
    const theirs = verdicts[i];
    assert.ok(theirs !== undefined);
    const same =
      "printed" in ours && "printed" in theirs
        ? ours.printed === theirs.printed
        : "message" in ours && "message" in theirs;
    const detail = `${name}\nours: ${JSON.stringify(ours)}\nNix: ${JSON.stringify(theirs)}`;
    assert.equal(same, !differsInOldNix.has(name), detail);
  }
});

function printed(source: Source, options: ParseOptions): string {
  return show(parse(source, options).expr);
}

function show(expr: Expr): string {
  return toText(print(expr));
}

function portable(source: Source): string {
  try {
    return `${printed(source, { portable: true })}\n`;
  } catch {
    return failure(source, { portable: true });
  }
}

/** The readings that Nix does not have: the default of a call, the element of a list. */
function readings(expr: Expr): string[] {
  return nodes(expr).flatMap((node) => {
    if (node.kind === "call" && node.orDefault !== undefined) {
      const { call, fallback } = node.orDefault;
      return [`  default: ${show(call)} or ${show(fallback)}`];
    }
    if (node.kind !== "index-call") return [];
    const { subject, index, path, fallback } = node;
    const steps = path.map((step) => `.${step.name ?? `\${${show(step.expr)}}`}`).join("");
    return [`  element: ${show(subject)}[${show(index)}]${steps}${fallback ? ` or ${show(fallback)}` : ""}`];
  });
}

function failure(source: Source, options: ParseOptions): string {
  try {
    parse(source, options);
  } catch (error) {
    if (error instanceof NixSyntaxError) return render(error);
    throw error;
  }
  return assert.fail(`${source.name} was accepted`);
}

function render({ message, span, help, opening }: NixSyntaxError): string {
  const advice = help === undefined ? "" : `help: ${help}\n`;
  const opened = opening === undefined ? "" : `see:\n${excerpt(opening)}`;
  return `error: ${toText(message).replaceAll("\0", "<NUL>")}\n${excerpt(span)}${advice}${opened}`;
}

/** The line of a span with carets below it; columns count bytes, as Nix's do. */
function excerpt({ source, start, end }: Span): string {
  const { line, column } = source.position(start);
  const text = source.line(line);
  const before = text.slice(0, column - 1).replaceAll(/[^\t]/g, " ");
  const carets = "^".repeat(Math.max(1, Math.min(end - start, text.length - column + 1)));
  const shown = toText(text).replaceAll("\0", "<NUL>");
  return ` ${line}:${column} | ${shown}\n ${`${line}:${column}`.replaceAll(/./g, " ")} | ${before}${carets}\n`;
}
