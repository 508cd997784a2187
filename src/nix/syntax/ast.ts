/**
 * The syntax tree. Every node carries the byte offsets `start` (inclusive) and `end` (exclusive)
 * of the text it was written as. Strings in the tree are byte strings (see source.ts).
 *
 * Attribute sets arrive merged: `a.b = 1; a.c = 2;` is one nested set, as Nix's own parser leaves it,
 * so that later stages see each name once.
 */

export interface NodeBase {
  readonly start: number;
  readonly end: number;
}

export type Expr =
  | IntLiteral
  | FloatLiteral
  | StringExpr
  | PathExpr
  | SearchPathExpr
  | Variable
  | CurrentPosition
  | Select
  | HasAttr
  | Lambda
  | Call
  | Let
  | AttrSet
  | ListExpr
  | With
  | If
  | Assert
  | Not
  | Negate
  | Binary
  | IndexCall;

export interface IntLiteral extends NodeBase {
  readonly kind: "int";
  /** A safe integer as `number`, a larger 64-bit one as `bigint`. */
  readonly value: number | bigint;
}

export interface FloatLiteral extends NodeBase {
  readonly kind: "float";
  readonly value: number;
}

/** `"…"`, `''…''` (already stripped) and bare URLs. No two literal parts stand side by side. */
/** In a `''` string, texts may stand side by side. Nix concatenates them, and takes no such string for a name. */
export interface StringExpr extends NodeBase {
  readonly kind: "string";
  readonly parts: readonly (string | Expr)[];
}

/**
 * A path literal. The first part is always text: `/…`, `./…`, `../…`, `x/…` or `~/…` as written. Nix makes
 * this part alone absolute, `..` and all, keeps a slash at its end, and appends the rest; so pieces of
 * text are as Nix's lexer cuts them (`./a/`, `/b`), and may stand side by side.
 */
export interface PathExpr extends NodeBase {
  readonly kind: "path";
  readonly parts: readonly [string, ...(string | Expr)[]];
}

/** `<nixpkgs/lib>`, without the brackets. */
export interface SearchPathExpr extends NodeBase {
  readonly kind: "search-path";
  readonly path: string;
}

export interface Variable extends NodeBase {
  readonly kind: "variable";
  readonly name: string;
}

/** `__curPos` */
export interface CurrentPosition extends NodeBase {
  readonly kind: "current-position";
}

/** One step of an attribute path: a name known now, or an expression (never a plain string). */
export type AttrName = { readonly name: string; readonly start: number; readonly end: number } | DynamicName;
export interface DynamicName extends NodeBase {
  readonly name?: undefined;
  readonly expr: Expr;
}
export type AttrPath = readonly AttrName[];

/** `subject.path` and `subject.path or fallback` */
export interface Select extends NodeBase {
  readonly kind: "select";
  readonly subject: Expr;
  readonly path: AttrPath;
  readonly fallback?: Expr;
}

/** `subject ? path` */
export interface HasAttr extends NodeBase {
  readonly kind: "has-attr";
  readonly subject: Expr;
  readonly path: AttrPath;
}

export interface Formal extends NodeBase {
  readonly name: string;
  readonly fallback?: Expr;
}

export interface Formals {
  /** In the order written. */
  readonly list: readonly Formal[];
  readonly ellipsis: boolean;
}

/** `x: …`, `{ a, b ? 1, ... }: …`, `x@{ … }: …`. At least one of `parameter` and `formals` is there. */
export interface Lambda extends NodeBase {
  readonly kind: "lambda";
  readonly parameter?: string;
  readonly formals?: Formals;
  readonly body: Expr;
}

/** `fn a b c`, flattened; at least one argument. */
export interface Call extends NodeBase {
  readonly kind: "call";
  readonly fn: Expr;
  readonly args: readonly Expr[];
  /**
   * Dialect: `g "ENV" or default`. Nix reads it as `g ("ENV" or) default`, with a variable called `or`.
   * This node holds Nix's reading; `orDefault` holds the obvious one, which the compiler takes when
   * no variable `or` can be in scope. `call` is `g "ENV"`.
   */
  readonly orDefault?: { readonly call: Expr; readonly fallback: Expr };
}

export interface Binding extends NodeBase {
  readonly name: string;
  /** The value; for `inherit x` a `Variable` to be looked up outside the set; see `from`. */
  readonly value: Expr;
  /**
   * `"plain"`: `name = value`, seen from inside when the set is recursive.
   * `"outer"`: `inherit name`, always looked up outside.
   * A number: `inherit (e) name`; `value` is a `Variable`, to be selected from `inheritFrom[number]`,
   * which is evaluated at most once, inside the scope when the set is recursive.
   */
  readonly from: "plain" | "outer" | number;
  /**
   * Where the attribute path begins that defines the name: `a` in `a.b = 1`, for `a` and `b` alike. This
   * is what Nix calls the position of the attribute.
   */
  readonly pathStart: number;
}

export interface DynamicBinding extends NodeBase {
  readonly name: Expr;
  readonly value: Expr;
}

export interface Bindings {
  /** In the order written; names are unique. `start`/`end` of a binding span its name. */
  readonly list: readonly Binding[];
  readonly dynamic: readonly DynamicBinding[];
  readonly inheritFrom: readonly Expr[];
}

export interface AttrSet extends NodeBase {
  readonly kind: "attrs";
  readonly recursive: boolean;
  readonly bindings: Bindings;
}

/** `let … in body`; the old `let { …; body = …; }` is a `Select` of `body` from a recursive set. */
export interface Let extends NodeBase {
  readonly kind: "let";
  readonly bindings: Bindings;
  readonly body: Expr;
}

export interface ListExpr extends NodeBase {
  readonly kind: "list";
  readonly items: readonly Expr[];
}

export interface With extends NodeBase {
  readonly kind: "with";
  readonly scope: Expr;
  readonly body: Expr;
}

export interface If extends NodeBase {
  readonly kind: "if";
  readonly condition: Expr;
  readonly then: Expr;
  readonly else: Expr;
}

export interface Assert extends NodeBase {
  readonly kind: "assert";
  readonly condition: Expr;
  readonly body: Expr;
}

export interface Not extends NodeBase {
  readonly kind: "not";
  readonly operand: Expr;
}

export interface Negate extends NodeBase {
  readonly kind: "negate";
  readonly operand: Expr;
}

export type BinaryOperator =
  | "->"
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "//"
  | "+"
  | "-"
  | "*"
  | "/"
  | "++"
  /** Experimental pipes; `left` and `right` as written. */
  | "|>"
  | "<|";

export interface Binary extends NodeBase {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
  /** Offset of the operator itself, where Nix places its errors. */
  readonly operatorStart: number;
}

/**
 * Dialect: `list[0]` and `list[0].a.b or d`, with no space before the bracket. Nix reads it as a call,
 * `list ([0].a.b or d)`. The compiler evaluates `subject`: a list is indexed, then `path` selected;
 * anything else is Nix's call.
 */
export interface IndexCall extends NodeBase {
  readonly kind: "index-call";
  readonly subject: Expr;
  /** The bracketed element. */
  readonly index: Expr;
  /** What is selected after the bracket; empty for a bare `list[0]`. */
  readonly path: AttrPath;
  readonly fallback?: Expr;
  /** Nix's argument: the list literal, or the select from it. */
  readonly argument: Expr;
}
