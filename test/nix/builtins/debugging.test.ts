import assert from "node:assert/strict";
import { test } from "node:test";
import { NixError } from "../../../src/nix/eval/errors.js";
import type { Listener } from "../../../src/nix/eval/settings.js";
import { evaluate } from "./evaluate.js";

function said(text: string, settings = {}): string[] {
  const lines: string[] = [];
  const listener: Listener = {
    trace: (message) => {
      lines.push(`trace: ${message}`);
    },
    warn: ({ message }) => {
      lines.push(`warning: ${message}`);
    },
  };
  evaluate(text, { listener, settings });
  return lines;
}

test("trace shows strings as they are and other values as Nix, unforced and whole", () => {
  assert.deepEqual(said('builtins.trace "größe\\n" 1'), ["trace: größe\n"]);
  assert.deepEqual(said('builtins.trace { a = 1 + 1; b = "x"; } 1'), ['trace: { a = «thunk»; b = "x"; }']);
  const [line] = said("let l = builtins.genList (x: x) 30; in builtins.deepSeq l (builtins.trace l 1)");
  assert.match(line ?? "", / 28 29 \]$/);
});

test("trace speaks when its value is computed, and only then", () => {
  assert.deepEqual(said('let x = builtins.trace "once" 1; in x + x'), ["trace: once"]);
  assert.deepEqual(said('let x = builtins.trace "never" 1; in 2'), []);
  assert.deepEqual(said('builtins.trace "first" (builtins.trace "second" 1)'), ["trace: first", "trace: second"]);
});

test("traceVerbose is silent until it is asked for", () => {
  assert.deepEqual(said('builtins.traceVerbose (throw "not computed") 1'), []);
  assert.deepEqual(said('builtins.traceVerbose "loud" 1', { traceVerbose: true }), ["trace: loud"]);
});

test("warn warns", () => {
  assert.deepEqual(said('builtins.warn "old" 1'), ["warning: old"]);
});

test("addErrorContext adds to the trace of a failure", () => {
  assert.throws(
    () => evaluate('builtins.addErrorContext "while counting" (1 + "a")'),
    (error) => error instanceof NixError && error.frames.some(({ message }) => message === "while counting"),
  );
});

test("tryEval gives back the depth that the failure took", () => {
  const nested = 'let f = n: if n == 0 then throw "x" else 1 + f (n - 1); in';
  const expression = `${nested} builtins.length (builtins.filter (i: (builtins.tryEval (f 50)).success) (builtins.genList (i: i) 100))`;
  assert.equal(evaluate(expression, { settings: { maxCallDepth: 200 } }), "0");
});
