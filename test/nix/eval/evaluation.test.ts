/** How often things are evaluated, and what newer Nix prints otherwise than the one these tests compare with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateText } from "./evaluate-text.js";

const traced = 'builtins.trace "evaluated"';

/** Each evaluates the traced part once, however often its value is asked for. */
const sharedOnce: Readonly<Record<string, string>> = {
  "inherit (…) of several names": `let inherit (${traced} { a = 1; b = 2; c = 3; }) a b c; in a + b + c`,
  "inherit (…) in a set": `let s = { inherit (${traced} { a = 1; b = 2; }) a b; }; in s.a + s.b + s.a`,
  "inherit (…) in a rec": `(rec { inherit (${traced} { a = 1; b = 2; }) a b; c = a + b + a; }).c`,
  "a variable": `let x = ${traced} 1; in x + x`,
  "an argument": `(x: x + x) (${traced} 1)`,
  "a default": `({ x ? ${traced} 1 }: x + x) { }`,
  "an attribute": `let s = { x = ${traced} 1; }; in s.x + s.x + (s // { y = 1; }).x + (with s; x)`,
  "an element": `let l = [ (${traced} 1) ]; in builtins.head l + builtins.elemAt (l ++ l) 1`,
  "the set of a with": `with ${traced} { a = 1; b = 2; }; a + b`,
  "an element of a map": `let l = map (x: ${traced} x) [ 1 ]; in builtins.head l + builtins.head l`,
  "a mapped attribute": `let s = builtins.mapAttrs (n: v: ${traced} v) { a = 1; }; in s.a + s.a`,
  "an imported file": "(import ./once.nix) + (import ./once.nix) + (import ./folder)",
  "a partial application": `let f = (${traced} (a: b: a + b)) 1; in f 1 + f 2`,
};

for (const [name, text] of Object.entries(sharedOnce)) {
  test(`${name} is evaluated once`, () => {
    const files = { "once.nix": `${traced} 1`, "folder/default.nix": "1" };
    const { traces, error } = evaluateText(text, files);
    assert.equal(error?.message, undefined);
    assert.deepEqual(traces, ["evaluated"]);
  });
}

/** Nothing needs the traced part. */
const never: Readonly<Record<string, string>> = {
  "an element that is only counted": `builtins.length [ (${traced} 1) ]`,
  "an attribute that is only named": `builtins.attrNames { a = ${traced} 1; }`,
  "what is shadowed": `(x: (x: x) 1) (${traced} 2)`,
  "a default that is given": `({ x ? ${traced} 1 }: x) { x = 2; }`,
  "what // replaces": `{ a = ${traced} 1; } // { a = 2; }`,
  "a name of a with that the text binds": `let a = 1; in with ${traced} { }; a`,
  "the right of && and || and ->": `[ (false && ${traced} true) (true || ${traced} true) (false -> ${traced} true) ]`,
  "a set that // only passes on": `({ a = ${traced} 1; } // { b = 2; }).b`,
  "the sets of zipAttrsWith": `(builtins.zipAttrsWith (n: v: ${traced} v) [ { a = 1; } ]) ? a`,
};

for (const [name, text] of Object.entries(never)) {
  test(`${name} is not evaluated`, () => {
    const { traces, error } = evaluateText(text);
    assert.equal(error?.message, undefined);
    assert.deepEqual(traces, []);
  });
}

test("a failed thunk is evaluated again", () => {
  const text = `let x = ${traced} (throw "x"); in [ (builtins.tryEval x).success (builtins.tryEval x).success ]`;
  const { printed, traces } = evaluateText(text);
  assert.equal(printed, "[ false false ]");
  assert.deepEqual(traces, ["evaluated", "evaluated"]);
});

test("attributes called like keywords are printed in quotes, `$` only where it would interpolate", () => {
  const text = '{ "if" = 1; "or" = 2; inherit ({ "inherit" = 3; "$" = 4; "\\${" = 5; }) "inherit" "$" "\\${"; }';
  assert.equal(evaluateText(text).printed, '{ "$" = 4; "\\${" = 5; "if" = 1; "inherit" = 3; or = 2; }');
});

test("the depth of calls is what it was after an error was caught", () => {
  const deep = 'let down = n: if n == 0 then throw "bottom" else down (n - 1) + 1; in';
  const text = `${deep} builtins.foldl' (a: _: a && !(builtins.tryEval (down 300)).success) true (builtins.genList (x: x) 200)`;
  assert.equal(evaluateText(text).printed, "true");
});
