/** Which function compiles which kind of expression. */
import type { Expr } from "../../syntax/ast.js";
import type { Code } from "../code.js";
import { NixFloat } from "../value.js";
import { compileAttrs, compileLet } from "./bindings.js";
import { compileCall } from "./calls.js";
import { compileAssert, compileIf, compileNot, compileWith } from "./control.js";
import { compileIndexCall } from "./dialect.js";
import { compileLambda } from "./lambda.js";
import { compileBinary, compileNegate } from "./operators.js";
import type { Scope } from "./scope.js";
import { compileHasAttr, compileSelect } from "./select.js";
import { compileList, compilePath, compileSearchPath, compileString } from "./text.js";
import { constant, type Unit } from "./unit.js";
import { compileCurrentPosition, compileVariable } from "./variables.js";

type Compiler<K extends Expr["kind"]> = (unit: Unit, expr: Extract<Expr, { kind: K }>, scope: Scope) => Code;

export type Compilers = { readonly [K in Expr["kind"]]: Compiler<K> };

export const compilers: Compilers = {
  int: (_, { value }) => constant(value),
  float: (_, { value }) => constant(new NixFloat(value)),
  string: compileString,
  path: compilePath,
  "search-path": compileSearchPath,
  variable: compileVariable,
  "current-position": compileCurrentPosition,
  select: compileSelect,
  "has-attr": compileHasAttr,
  lambda: compileLambda,
  call: compileCall,
  let: compileLet,
  attrs: compileAttrs,
  list: compileList,
  with: compileWith,
  if: compileIf,
  assert: compileAssert,
  not: compileNot,
  negate: compileNegate,
  binary: compileBinary,
  "index-call": compileIndexCall,
};
