import { filesAt, findNixFiles, isTestFile } from "../project/nix-files.js";
import { Problem } from "../project/problem.js";
import { Session } from "../project/session.js";
import { runTests } from "../project/testing/run-tests.js";
import { defineCommand, exitStatus } from "./command.js";
import { orShowProblem, renderOptions, showDiagnostics } from "./diagnostics-output.js";
import { evaluationFlags, sessionOptions } from "./evaluation-flags.js";
import { reportTests, type TestFormat, testFormats } from "./test-report.js";

export const testCommand = defineCommand({
  operands: "[PATH…]",
  description:
    "Runs test files: tests/*.nix, *-test.nix and test-*.nix below the working folder, or the files and folders " +
    "given. A test file is a set of assertions, or a function of 'lib' that gives one. A test passes when it is true or a " +
    "string, or a set { expr = …; expected = …; } of two equal values.",
  flags: [{ name: "format", values: ["FORMAT"], choices: testFormats, help: "How to report" }, ...evaluationFlags],
  examples: [
    { line: "nhg test", does: "All tests of the project" },
    { line: "nhg test tests/chart-test.nix --show-trace", does: "One file, with whole traces of what fails" },
  ],
  run(args, terminal) {
    const options = sessionOptions(args, terminal, (diagnostic) => showDiagnostics(terminal, [diagnostic]));
    const session = new Session(options);
    const test = () => {
      const find = (folder: string) => findNixFiles(options.io, folder).filter(isTestFile);
      const paths = args.operands.length === 0 ? ["."] : args.operands;
      const files = [...new Set(paths.flatMap((path) => filesAt(options.io, session.resolve(path), find)))];
      if (files.length === 0) throw noTests(paths);
      const results = files.flatMap((file) => runTests(session, file));
      const format = (args.value("format") ?? "text") as TestFormat;
      terminal.print(reportTests(results, format, renderOptions(terminal, "data")));
      return results.every(({ passed }) => passed) ? exitStatus.fine : exitStatus.wrongInput;
    };
    return orShowProblem(terminal, test, (error) => session.explain(error));
  },
});

function noTests(paths: readonly string[]): Problem {
  const where = paths.length === 1 && paths[0] === "." ? "here" : `in ${paths.join(", ")}`;
  const help = "tests are files named tests/*.nix, *-test.nix or test-*.nix; or name one";
  return Problem.of("no-tests", `there are no tests ${where}`, help);
}
