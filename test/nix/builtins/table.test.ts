import assert from "node:assert/strict";
import { test } from "node:test";
import { builtins } from "../../../src/nix/builtins/index.js";
import { evaluate } from "./evaluate.js";

/** What Nix 2.36 has, but for what fetches and what needs a store daemon. */
const expected = `
  abort add addDrvOutputDependencies addErrorContext all any appendContext attrNames attrValues baseNameOf bitAnd bitOr
  bitXor break catAttrs ceil compareVersions concatLists concatMap concatStringsSep convertHash currentSystem currentTime
  deepSeq derivation derivationStrict dirOf div elem elemAt false filter filterSource findFile flakeRefToString floor
  foldl' fromJSON fromTOML functionArgs genList genericClosure getAttr getContext getEnv groupBy hasAttr hasContext
  hashFile hashString head import intersectAttrs isAttrs isBool isFloat isFunction isInt isList isNull isPath isString
  langVersion length lessThan listToAttrs map mapAttrs match mul nixPath nixVersion null parseDrvName parseFlakeRef
  partition path pathExists placeholder readDir readFile readFileType removeAttrs replaceStrings scopedImport seq sort
  split splitVersion storeDir storePath stringLength sub substring tail throw toFile toJSON toPath toString toXML trace
  traceVerbose true tryEval typeOf unsafeDiscardOutputDependency unsafeDiscardStringContext unsafeGetAttrPos warn
  zipAttrsWith`;

const globals = `
  abort baseNameOf break derivation derivationStrict dirOf false fromTOML import isNull map null placeholder removeAttrs
  scopedImport throw toString true`;

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

test("every builtin is there", () => {
  const names = new Set(builtins.map(({ name }) => name));
  assert.deepEqual(
    words(expected).filter((name) => !names.has(name)),
    [],
  );
});

test("no builtin is there twice", () => {
  assert.equal(new Set(builtins.map(({ name }) => name)).size, builtins.length);
});

test("those in scope by their own names are Nix's", () => {
  const global = builtins.filter((row) => row.global).map(({ name }) => name);
  assert.deepEqual(
    words(globals).filter((name) => !global.includes(name)),
    [],
  );
});

test("the others are in scope with two underscores before", () => {
  assert.equal(evaluate("[ (__length [ 1 ]) (__typeOf __add) ]"), '[ 1 "lambda" ]');
  assert.throws(() => evaluate("__map"), /undefined variable '__map'/);
});

test("experimental builtins are there only when they are asked for", () => {
  assert.equal(evaluate("builtins ? parseFlakeRef"), "false");
  assert.equal(evaluate("builtins ? parseFlakeRef", { settings: { experimental: new Set(["flakes"]) } }), "true");
});

test("each has one line of documentation", () => {
  for (const { name, doc } of builtins) assert.match(doc, /^[A-Z0-9`-][^\n]{10,119}[.]$/, name);
});
