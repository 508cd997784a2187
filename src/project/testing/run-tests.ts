/**
 * Test files: a set of assertions, nested as one likes, or a function of `lib` that gives one. An
 * assertion passes when it evaluates to `true` or to a string, which says what has been shown; a set
 * `{ expr = …; expected = …; }` passes when the two are equal. Whatever else it is, or throws, fails.
 */
import type { Diagnostic, Location } from "../../diagnostics/diagnostic.js";
import { isChartLike, readChart } from "../../library/index.js";
import { Attrs } from "../../nix/eval/attrs.js";
import { toText } from "../../nix/eval/bytes.js";
import { textOf } from "../../nix/eval/coerce.js";
import { deepForce } from "../../nix/eval/deep.js";
import { equals, isDerivation } from "../../nix/eval/equality.js";
import { typeName } from "../../nix/eval/expect.js";
import { printForError, printName } from "../../nix/eval/print.js";
import { force, isList, isString, type NixList, type Slot, Thunk, type Value } from "../../nix/eval/value.js";
import { autoCall } from "../auto-call.js";
import { locate } from "../explain-error.js";
import type { Session } from "../session.js";
import type { TestResult } from "./test-result.js";

/** Runs the tests of a file (a byte string), all of them whatever fails. */
export function runTests(session: Session, file: string): readonly TestResult[] {
  const run = new TestRun(session, toText(file));
  const { machine } = session;
  run.visit(new Thunk(() => autoCall(machine, machine.importPath(file), session.arguments), undefined), "", undefined);
  return run.results;
}

class TestRun {
  readonly results: TestResult[] = [];

  constructor(
    private readonly session: Session,
    private readonly file: string,
  ) {}

  visit(slot: Slot, name: string, location: Location | undefined): void {
    this.session.attempt(
      () => this.examine(force(slot), name, location),
      (diagnostics) => this.record(name, location, diagnostics),
    );
  }

  private examine(value: Value, name: string, location: Location | undefined): void {
    if (isList(value)) this.visitItems(value, name, location);
    else if (value instanceof Attrs) this.examineSet(value, name, location);
    else if (isString(value)) this.record(name, location, [], toText(textOf(value)));
    else this.record(name, location, value === true ? [] : [failure(notTrue(value), location)]);
  }

  private examineSet(set: Attrs, name: string, location: Location | undefined): void {
    if (set.size === 2 && set.has("expr") && set.has("expected")) this.compare(set, name, location);
    else if (isChartLike(set)) this.examineChart(set, name, location);
    else if (isDerivation(set))
      this.record(name, location, [failure("building a derivation needs real Nix", location)]);
    else if (set.size === 0 && name === "")
      this.record(name, location, [failure("there is no test in the set", location)]);
    else this.visitMembers(set, name);
  }

  private visitItems(list: NixList, name: string, location: Location | undefined): void {
    for (const [i, item] of list.entries()) this.visit(item, `${name}[${i}]`, location);
  }

  private visitMembers(set: Attrs, name: string): void {
    for (const [i, part] of set.names.entries()) this.visit(set.values[i] as Slot, join(name, part), place(set, part));
  }

  /** A chart is a test of itself. */
  private examineChart(chart: Attrs, name: string, location: Location | undefined): void {
    readChart(this.session.machine, chart);
    this.record(name, location, []);
  }

  private compare(set: Attrs, name: string, location: Location | undefined): void {
    const actual = deepForce(set.get("expr") as Slot);
    const expected = deepForce(set.get("expected") as Slot);
    if (equals(actual, expected)) this.record(name, location, []);
    else this.record(name, location, [failure(difference(actual, expected), place(set, "expr") ?? location)]);
  }

  private record(
    name: string,
    location: Location | undefined,
    diagnostics: readonly Diagnostic[],
    message?: string,
  ): void {
    const passed = diagnostics.every(({ severity }) => severity !== "error");
    const { file } = this;
    this.results.push({ file, name, passed, diagnostics, ...(location && { location }), ...(message && { message }) });
  }
}

function join(name: string, part: string): string {
  return name === "" ? toText(printName(part)) : `${name}.${toText(printName(part))}`;
}

function place(set: Attrs, name: string): Location | undefined {
  const span = set.position(name);
  return span && locate(span);
}

function notTrue(value: Value): string {
  return value === false ? "the test is false" : `a test is true or a string, but this is ${typeName(value)}`;
}

function failure(message: string, location: Location | undefined): Diagnostic {
  return { code: "test-failed", severity: "error", message, ...(location && { location }) };
}

function difference(actual: Value, expected: Value): string {
  return `the values differ\nexpected ${toText(printForError(expected))}\nbut got  ${toText(printForError(actual))}`;
}
