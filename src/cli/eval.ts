import { toJson } from "../nix/builtins/json/serialize.js";
import { toByteArray, toBytes } from "../nix/eval/bytes.js";
import { coerceToString, textOf } from "../nix/eval/coerce.js";
import { deepForce } from "../nix/eval/deep.js";
import { printValue } from "../nix/eval/print.js";
import type { Value } from "../nix/eval/value.js";
import { toPlain } from "../nix/plain.js";
import { toYaml } from "../output/yaml/yaml.js";
import { autoCall } from "../project/auto-call.js";
import { withoutChartFunctions } from "../project/chart-data.js";
import { Session } from "../project/session.js";
import { selectTargets } from "../project/target.js";
import { UsageError } from "./arguments.js";
import { defineCommand, exitStatus } from "./command.js";
import { orShowProblem, showDiagnostics } from "./diagnostics-output.js";
import { evaluationFlags, selectionFlags, sessionOptions } from "./evaluation-flags.js";
import { readSelection } from "./selection.js";

/** A value as bytes to print. */
type Printer = (session: Session, value: Value) => string;

/** The formats that call functions for their value first and know charts; a flag each. */
const formats = {
  json: ({ machine }, value) => `${toJson(machine, value, { copyToStore: true }).text}\n`,
  raw: ({ machine }, value) => textOf(coerceToString(machine, value, { copyToStore: true })),
  yaml: ({ machine }, value) => toBytes(toYaml(toPlain(machine, value))),
} satisfies Record<string, Printer>;

const formatNames = Object.keys(formats) as readonly (keyof typeof formats)[];

export const evalCommand = defineCommand({
  operands: "[INSTALLABLE…]",
  description:
    "Prints the value of a Nix expression: an output of a flake ('.#charts.production'), a file, an expression, " +
    "or an attribute of one. Without a format it prints as 'nix-instantiate --eval' does. Without an operand it takes " +
    "the flake here or in a folder above, or else default.nix or chart.nix.",
  flags: [
    ...selectionFlags,
    { name: "json", help: "Print JSON, as builtins.toJSON makes it" },
    { name: "raw", help: "Print a string as it is, without quotes or a line break" },
    { name: "yaml", help: "Print YAML" },
    { name: "strict", help: "Evaluate everything in the value, not just the value itself" },
    ...evaluationFlags,
  ],
  examples: [
    { line: "nhg eval -E '1 + 2'", does: "A calculator" },
    {
      line: "nhg eval .#production.yamlOutput --raw | kubectl apply -f -",
      does: "Apply a chart of this folder's flake",
    },
    { line: "nhg eval -f chart.nix --json | jq .k8sResources.deployment", does: "Look into a chart" },
    { line: "ENV=staging nhg eval -f charts/web-app.nix -A config --yaml", does: "A chart's config, as normalised" },
  ],
  run(args, terminal) {
    const [format, other] = formatNames.filter((name) => args.has(name));
    if (other !== undefined) throw new UsageError(`'--${format}' and '--${other}' exclude each other`);
    const options = sessionOptions(args, terminal, (diagnostic) => showDiagnostics(terminal, [diagnostic]));
    const session = new Session(options);
    const print = format === undefined ? printer(args.has("strict")) : formatPrinter(formats[format]);
    const evaluate = () => {
      const targets = selectTargets(readSelection(args, terminal), options.io, options.workingDirectory);
      const texts = targets.map((target) => print(session, target.evaluate(session)));
      for (const text of texts) terminal.print(toByteArray(text));
      return exitStatus.fine;
    };
    return orShowProblem(terminal, evaluate, (error) => session.explain(error));
  },
});

/** As `nix-instantiate --eval` prints, which calls a function only when it is given arguments. */
function printer(strict: boolean): Printer {
  return ({ machine, arguments: args }, value) => {
    const result = args.given.size === 0 ? value : autoCall(machine, value, args);
    return `${printValue(strict ? deepForce(result) : result)}\n`;
  };
}

function formatPrinter(print: Printer): Printer {
  return (session, value) => {
    const called = autoCall(session.machine, value, session.arguments);
    return print(session, withoutChartFunctions(called));
  };
}
