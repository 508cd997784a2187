/**
 * Nix as libraries write it: modules, overlays, large sets. Real Nix computes the same, and the work grows with the
 * input: a value that is computed twice, or a thunk that is lost, would show as calls that grow faster.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { nodeIo } from "../../../src/io/node.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { toBytes, toText } from "../../../src/nix/eval/bytes.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { Source } from "../../../src/nix/syntax/source.js";
import { run } from "../../support/run.js";
import { requireTool } from "../../support/tools.js";

const nix = requireTool("nix-instantiate");
const folder = fileURLToPath(new URL("workloads", import.meta.url));

interface Workload {
  readonly file: string;
  readonly size: number;
}

const workloads: readonly Workload[] = [
  { file: "modules.nix", size: 60 },
  { file: "overlays.nix", size: 100 },
  { file: "attribute-sets.nix", size: 1000 },
];

const application = (file: string, n: number) => `import ./${file} { n = ${n}; }`;

/** What comes of a workload, and how many functions of the program were called for it. */
function evaluate(file: string, n: number): { printed: string; calls: number } {
  const machine = createMachine({ io: nodeIo });
  const enter = machine.enter.bind(machine);
  let calls = 0;
  machine.enter = () => {
    calls++;
    enter();
  };
  const source = new Source("workload", application(file, n), toBytes(folder), false);
  const printed = toText(printValue(deepForce(machine.evaluate(source))));
  return { printed: `${printed}\n`, calls };
}

for (const { file, size } of workloads) {
  test(`real Nix computes the same in ${file}`, { skip: nix.skip }, () => {
    const { stdout, stderr } = run(nix.path, ["--eval", "--strict", "-E", application(file, size)], { cwd: folder });
    assert.equal(evaluate(file, size).printed, stdout, stderr);
  });

  test(`four times the size of ${file} takes about four times the calls`, () => {
    const ratio = evaluate(file, 4 * size).calls / evaluate(file, size).calls;
    assert.ok(ratio < 5, `${ratio}`);
  });
}
