import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryIo } from "../../../src/io/memory.js";
import { createMachine } from "../../../src/nix/create-machine.js";
import { Attrs } from "../../../src/nix/eval/attrs.js";
import { deepForce } from "../../../src/nix/eval/deep.js";
import { NixError } from "../../../src/nix/eval/errors.js";
import { forceAttrs } from "../../../src/nix/eval/expect.js";
import type { Machine } from "../../../src/nix/eval/machine.js";
import { printValue } from "../../../src/nix/eval/print.js";
import { force } from "../../../src/nix/eval/value.js";
import { type FlakeOptions, openFlake } from "../../../src/nix/flake/flake.js";
import { parseFlakeReference } from "../../../src/nix/flake/reference.js";

interface World {
  readonly overrides?: Readonly<Record<string, string>>;
  /** Inputs that are provided, by name: what they evaluate to. */
  readonly provided?: Readonly<Record<string, string>>;
  readonly always?: readonly string[];
}

/** The outputs of the flake in /p, printed with everything evaluated. */
function outputs(files: Readonly<Record<string, string>>, world: World = {}): string {
  const machine = createMachine({ io: createMemoryIo({ files }) });
  return printValue(deepForce(openFlake(machine, "/p", flakeOptions(world)).outputs));
}

function flakeOptions({ overrides = {}, provided = {}, always = [] }: World): FlakeOptions {
  return {
    provide: (name) => {
      const source = provided[name];
      return source === undefined ? undefined : (machine: Machine) => machine.importPath(source);
    },
    always: new Set(always),
    overrides: new Map(Object.entries(overrides).map(([name, text]) => [name, parseFlakeReference(text, "/")])),
  };
}

function assertFails(files: Readonly<Record<string, string>>, message: RegExp, world: World = {}): void {
  assert.throws(
    () => outputs(files, world),
    (error: unknown) => error instanceof NixError && message.test(`${error.message} ${error.help ?? ""}`),
  );
}

const leaf = (value: string) => `{ outputs = { self }: { value = ${value}; }; }`;

test("outputs are what the function gives, called with self", () => {
  assert.equal(outputs({ "/p/flake.nix": "{ outputs = { self }: { a = 1; b = self.a + 1; }; }" }), "{ a = 1; b = 2; }");
});

test("self has the outputs and what Nix adds to them", () => {
  const source = `{
    inputs.x = { url = "path:./x"; flake = false; };
    outputs = { self, x }: {
      a = 1;
      type = self._type;
      path = self.outPath;
      file = "\${self}/chart.nix";
      again = self.outputs.a;
      input = self.inputs.x.outPath;
      info = self.sourceInfo.outPath;
      date = self.lastModifiedDate;
    };
  }`;
  const printed = outputs({ "/p/flake.nix": source, "/p/x/file": "" });
  assert.equal(
    printed,
    '{ a = 1; again = 1; date = "19700101000000"; file = "/p/chart.nix"; info = "/p"; input = "/p/x"; path = "/p"; type = "flake"; }',
  );
});

test("an input in a folder is a flake of its own, relative to the flake that names it", () => {
  const files = {
    "/p/flake.nix":
      '{ inputs.a.url = "path:../a"; inputs.b.url = "./b"; outputs = { self, a, b }: { sum = a.value + b.value; }; }',
    "/a/flake.nix": '{ inputs.c.url = "./c"; outputs = { self, c }: { value = c.value * 10; }; }',
    "/a/c/flake.nix": leaf("4"),
    "/p/b/flake.nix": leaf("2"),
  };
  assert.equal(outputs(files), "{ sum = 42; }");
});

test("inputs are written as URLs and as attributes, and dir names a folder inside", () => {
  const inputs = 'inputs.a = { type = "path"; path = "./a"; }; inputs.b.url = "path:./a?dir=b";';
  const files = {
    "/p/flake.nix": `{ ${inputs} outputs = { self, a, b }: { inherit (a) value; other = b.value; }; }`,
    "/p/a/flake.nix": leaf("1"),
    "/p/a/b/flake.nix": leaf("2"),
  };
  assert.equal(outputs(files), "{ other = 2; value = 1; }");
});

test("an input is evaluated when something asks for it, and not before", () => {
  const files = { "/p/flake.nix": '{ inputs.far.url = "github:owner/repo"; outputs = { self, far }: { here = 1; }; }' };
  assert.equal(outputs(files), "{ here = 1; }");
});

test("what would have to be fetched is named, with a way out", () => {
  const flake = (inputs: string) => ({
    "/p/flake.nix": `{ ${inputs} outputs = { self, far }: { inherit (far) x; }; }`,
  });
  assertFails(
    flake('inputs.far.url = "github:owner/repo/branch";'),
    /github:owner\/repo\/branch.*--override-input far path:/,
  );
  assertFails(flake('inputs.far = { type = "github"; owner = "o"; repo = "r"; };'), /github:o\/r/);
  assertFails(flake('inputs.far.url = "https://x.example/a.tar.gz";'), /https:\/\/x\.example\/a\.tar\.gz/);
  assertFails(flake(""), /flake:far/);
});

test("provided inputs serve for those that are not on this machine", () => {
  const files = {
    "/p/flake.nix":
      '{ inputs.near.url = "./near"; outputs = { self, far, near }: { inherit (far) x; inherit (near) value; }; }',
    "/p/near/flake.nix": leaf("1"),
    "/provided.nix": "{ x = 5; value = 6; }",
  };
  const provided = { far: "/provided.nix", near: "/provided.nix" };
  assert.equal(outputs(files, { provided }), "{ value = 1; x = 5; }");
  assert.equal(outputs(files, { provided, always: ["near"] }), "{ value = 6; x = 5; }");
});

test("an input that is always there is given to functions that take it, named or not", () => {
  const world = { provided: { lib: "/lib.nix" }, always: ["lib"] };
  const run = (fn: string) => outputs({ "/p/flake.nix": `{ outputs = ${fn}; }`, "/lib.nix": "{ x = 1; }" }, world);
  assert.equal(run("inputs: { inherit (inputs.lib) x; }"), "{ x = 1; }");
  assert.equal(run("{ self, ... }@inputs: { inherit (inputs.lib) x; }"), "{ x = 1; }");
  assert.equal(run("{ self, lib }: { inherit (lib) x; }"), "{ x = 1; }");
  assert.equal(run("{ self }: { ok = true; }"), "{ ok = true; }");
});

test("flake = false is the folder alone", () => {
  const files = {
    "/p/flake.nix":
      '{ inputs.data = { url = "./data"; flake = false; }; outputs = { self, data }: { text = builtins.readFile "${data}/x"; }; }',
    "/p/data/x": "content",
  };
  assert.equal(outputs(files), '{ text = "content"; }');
});

test("follows: another input stands in, also inside an input", () => {
  const files = {
    "/p/flake.nix": `{
      inputs.base.url = "./base";
      inputs.same.follows = "base";
      inputs.deep.follows = "app/base";
      inputs.app = { url = "./app"; inputs.base.follows = "base"; };
      inputs.other = { url = "./app"; inputs.base.url = "./second"; };
      outputs = { self, base, same, deep, app, other }: {
        a = same.value; b = app.value; c = other.value; d = deep.value;
      };
    }`,
    "/p/base/flake.nix": leaf("1"),
    "/p/second/flake.nix": leaf("2"),
    "/p/app/flake.nix":
      '{ inputs.base.url = "github:far/away"; outputs = { self, base }: { value = base.value + 100; }; }',
  };
  assert.equal(outputs(files), "{ a = 1; b = 101; c = 102; d = 1; }");
});

test("follows that lead nowhere or in a circle are errors", () => {
  const flake = (inputs: string) => ({
    "/p/flake.nix": `{ ${inputs} outputs = { self, a, ... }: { inherit (a) x; }; }`,
  });
  assertFails(flake('inputs.a.follows = "nope";'), /no input 'nope' is there to follow/);
  assertFails(flake('inputs.a.follows = "b"; inputs.b.follows = "a";'), /infinite recursion/);
});

test("overrides win over everything, also for inputs of inputs", () => {
  const files = {
    "/p/flake.nix":
      '{ inputs.app.url = "./app"; inputs.x.follows = "app"; outputs = { self, app, x }: { a = app.value; x = x.value; }; }',
    "/p/app/flake.nix": '{ inputs.base.url = "github:far/away"; outputs = { self, base }: { inherit (base) value; }; }',
    "/mine/flake.nix": leaf('"mine"'),
  };
  assert.equal(outputs(files, { overrides: { "app/base": "path:/mine" } }), '{ a = "mine"; x = "mine"; }');
  const both = { "app/base": "path:/mine", x: "/mine" };
  assert.equal(
    outputs({ ...files, "/p/app/flake.nix": files["/p/app/flake.nix"] }, { overrides: both }),
    '{ a = "mine"; x = "mine"; }',
  );
});

test("a lock file that locks an input to a folder is followed", () => {
  const lock = (path: string) =>
    JSON.stringify({
      version: 7,
      root: "root",
      nodes: { root: { inputs: { far: "far_2" } }, far_2: { locked: { type: "path", path } } },
    });
  const files = { "/p/flake.nix": "{ outputs = { self, far }: { inherit (far) value; }; }", "/x/flake.nix": leaf("8") };
  assert.equal(outputs({ ...files, "/p/flake.lock": lock("/x") }), "{ value = 8; }");
  assert.equal(outputs({ ...files, "/p/flake.lock": lock("../x") }), "{ value = 8; }");
});

test("a lock file that is none is an error; its circles are not followed for ever", () => {
  const flake = { "/p/flake.nix": "{ outputs = { self, far }: { inherit (far) value; }; }" };
  for (const text of ["", "[]", "null", "{}", '{"version":7}', "{"]) {
    assertFails({ ...flake, "/p/flake.lock": text }, /is not a lock file/);
  }
  assertFails({ ...flake, "/p/flake.lock": '{"version":99,"root":"root","nodes":{}}' }, /unsupported version 99/);
  const circle = '{"version":7,"root":"root","nodes":{"root":{"inputs":{"far":["far"]}}}}';
  assertFails({ ...flake, "/p/flake.lock": circle }, /not on this machine/);
});

const malformed: readonly [string, RegExp][] = [
  ["1", /must be an attribute set, but is an integer/],
  ["{ }", /lacks attribute 'outputs'/],
  ["{ outputs = 1; }", /must be a function, but is an integer/],
  ["{ outputs = { self }: 1; }", /must give an attribute set/],
  ["{ outputs = x: x; extra = 1; }", /unsupported attribute 'extra'/],
  ["{ outputs = x: x; description = 1; }", /expected a string/],
  ["{ outputs = x: x; inputs = 1; }", /expected a set/],
  ["{ outputs = x: x; inputs.a = 1; }", /expected a set/],
  ["{ outputs = x: x; inputs.a.flake = 1; }", /expected a Boolean/],
  ['{ outputs = x: x; inputs.a.wat = "x"; }', /input 'a' has an unsupported attribute 'wat'/],
  ['{ outputs = { self, a }: { inherit (a) x; }; inputs.a.url = "wat:x"; }', /unsupported/],
  ['{ outputs = { self, a }: { inherit (a) x; }; inputs.a.url = "./missing"; }', /does not exist: \/p\/missing/],
  [
    '{ outputs = { self, a }: { inherit (a) x; }; inputs.a.url = "./folder"; }',
    /has no flake\.nix: \/p\/folder.*flake = false/,
  ],
];

for (const [source, message] of malformed) {
  test(`refused: ${source}`, () => assertFails({ "/p/flake.nix": source, "/p/folder/x": "" }, message));
}

test("flakes that name each other are fine as long as no value needs itself", () => {
  const files = {
    "/p/flake.nix": '{ inputs.a.url = "../a"; outputs = { self, a }: { x = a.y; z = 3; }; }',
    "/a/flake.nix": '{ inputs.p.url = "../p"; outputs = { self, p }: { y = p.z; }; }',
  };
  const machine = createMachine({ io: createMemoryIo({ files }) });
  const result = forceAttrs(openFlake(machine, "/p", flakeOptions({})).outputs);
  assert.ok(result instanceof Attrs);
  assert.equal(force(result.get("x") ?? null), 3);
});
