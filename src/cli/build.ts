import { homedir } from "node:os";
import { relative, resolve } from "node:path";
import { platform } from "node:process";
import { nodeIo } from "../io/node.js";
import { type ManifestFormat, manifestFormats } from "../output/manifests.js";
import { type BuiltOutput, planBuild, previewBuilds, writeBuilds } from "../project/build.js";
import type { SessionOptions } from "../project/session.js";
import { storeFolder } from "../project/store-path.js";
import { selectTargets } from "../project/target.js";
import { UsageError } from "./arguments.js";
import { defineCommand, exitStatus } from "./command.js";
import { orShowProblem, showDiagnostics } from "./diagnostics-output.js";
import { evaluationFlags, selectionFlags, sessionOptions } from "./evaluation-flags.js";
import { plural } from "./plural.js";
import { readSelection } from "./selection.js";
import type { Terminal } from "./terminal.js";

export const buildCommand = defineCommand({
  operands: "[INSTALLABLE…]",
  description:
    "Writes the manifests of charts into the store and points the link 'result' at them. An installable is an output " +
    "of a flake ('.#charts.production', 'path:../shop#web') or a file ('chart.nix', 'chart.nix#production'); without " +
    "one it is the flake here or in a folder above, or else default.nix or chart.nix. A chart's manifests are at the top " +
    "of the result, so that 'kubectl apply -f result/' applies them; of a set of charts, each has a folder of its own " +
    "('kubectl apply -R -f result/'). Several installables have the links result, result-1 and so on.",
  flags: [
    ...selectionFlags,
    { name: "out-link", short: "o", values: ["LINK"], help: "Point this link at the output; 'result' unless said" },
    { name: "no-link", help: "Make no link" },
    { name: "format", values: ["FORMAT"], choices: manifestFormats, help: "One file per resource, or one of all" },
    { name: "env", values: ["A,B"], help: "Build for these environments; several have a folder each" },
    { name: "dry-run", help: "Evaluate and check everything, but write nothing" },
    { name: "store", values: ["FOLDER"], help: "Keep outputs here; NHG_STORE, or a folder for caches, unless said" },
    { name: "print-out-paths", help: "Print the folders of the outputs" },
    ...evaluationFlags,
  ],
  examples: [
    { line: "nhg build chart.nix && kubectl apply -f result/", does: "Build a chart and apply it" },
    { line: "nhg build .#charts.production --out-link manifests/production", does: "A chart of this folder's flake" },
    { line: "ENV=staging nhg build", does: "A chart that reads the environment" },
    { line: "nhg build chart.nix --env staging,production", does: "The same chart for two environments" },
    { line: "nhg build --file charts.nix -A web --format yaml", does: "One file, of one attribute" },
  ],
  run(args, terminal) {
    if (args.has("out-link") && args.has("no-link")) {
      throw new UsageError("'--out-link' and '--no-link' exclude each other");
    }
    const options = sessionOptions(args, terminal, (diagnostic) => showDiagnostics(terminal, [diagnostic]));
    const environments = readEnvironments(args.value("env"));
    const format = (args.value("format") ?? "manifests") as ManifestFormat;
    const link = resolve(terminal.workingDirectory, args.value("out-link") ?? "result");
    const dryRun = args.has("dry-run");
    return orShowProblem(terminal, () => {
      const targets = selectTargets(readSelection(args, terminal), options.io, options.workingDirectory);
      const plans = targets.map((target) => planBuild(target, environments, format, options));
      const store = chooseStore(args.value("store"), terminal, options.report);
      const outputs = dryRun
        ? previewBuilds(plans, store)
        : writeBuilds(plans, store, args.has("no-link") ? undefined : link);
      if (!args.has("quiet")) for (const output of outputs) tell(output, dryRun, terminal);
      if (args.has("print-out-paths")) for (const { path } of outputs) terminal.print(`${path}\n`);
      return exitStatus.fine;
    });
  },
});

function readEnvironments(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))) {
    throw new UsageError(`'--env' takes names separated by commas, not '${text}'`);
  }
  return [...new Set(names)];
}

/** Nix's own stores are of no use here, but scripts that name one should work. */
function chooseStore(given: string | undefined, terminal: Terminal, report: SessionOptions["report"]): string {
  if (given !== undefined && !/^([a-z0-9+-]+:\/\/|(auto|daemon|local)$)/.test(given)) {
    return resolve(terminal.workingDirectory, given);
  }
  if (given !== undefined) {
    const message = `charts are built here, from their sources: the store '${given}' is not asked`;
    report({ code: "store-not-asked", severity: "note", message });
  }
  return storeFolder({
    environment: (name) => nodeIo.environment(name),
    home: homedir() || undefined,
    workingFolder: terminal.workingDirectory,
    platform,
  });
}

function tell({ plan, path, link }: BuiltOutput, dryRun: boolean, terminal: Terminal): void {
  const { charts, output } = plan;
  const resources = charts.reduce((sum, { chart }) => sum + chart.resources.length, 0);
  const [only, second] = charts.map(({ chart }) => chart);
  const what =
    only !== undefined && second === undefined ? `${only.name} ${only.version}` : plural(charts.length, "chart");
  const place = link === undefined ? path : relative(terminal.workingDirectory, link) || link;
  if (!dryRun) {
    terminal.say(`built ${what}: ${plural(resources, "resource")} in ${place}\n`);
    return;
  }
  const files = [...output.files.keys()].map((file) => `  ${file}\n`);
  terminal.say(`would build ${what}: ${plural(resources, "resource")} in ${place}\n${files.join("")}`);
}
