/** JSON → Nix values. Nesting is kept on a stack of our own, so it may be as deep as memory allows. */
import { Attrs, Shape } from "../../eval/attrs.js";
import type { NixError } from "../../eval/errors.js";
import type { Slot, Value } from "../../eval/value.js";
import { withoutNul } from "../nul.js";
import { JsonLexer, JsonLexicalError, type Token } from "./lexer.js";

/** What is being read. An object has the name that its next value will have. */
type Open =
  | { readonly kind: "array"; readonly items: Slot[] }
  | { readonly kind: "object"; readonly names: string[]; readonly values: Slot[] };

/** Throws in the words of Nix's JSON library. */
export function parseJson(text: string): Value {
  return new JsonParser(text).document();
}

class JsonParser {
  private readonly lexer: JsonLexer;
  private readonly open: Open[] = [];
  private lastShape = Attrs.empty.shape;
  /** A token that was read to see whether an array ends at once. */
  private ahead: Token | undefined;

  constructor(text: string) {
    this.lexer = new JsonLexer(text);
  }

  document(): Value {
    let value = this.value(this.next("value"));
    while (true) {
      while (value === undefined) value = this.value(this.next("value"));
      const inside = this.open.at(-1);
      if (inside === undefined) break;
      value = inside.kind === "array" ? this.afterItem(inside, value) : this.afterMember(inside, value);
    }
    if (this.next("value", "end of input") !== "end") throw this.unexpected("value", "end of input");
    return value;
  }

  /** The value that a token is or begins; `undefined` when it opened a list or set that has to be filled. */
  private value(token: Token): Value | undefined {
    if (token === "string") return withoutNul(this.lexer.value as string);
    if (token === "value") return this.lexer.value;
    if (token === "{") return this.beginObject();
    if (token === "[") return this.beginArray();
    throw this.unexpected("value", "'[', '{', or a literal");
  }

  private beginObject(): Value | undefined {
    const token = this.next("object key", "string literal");
    if (token === "}") return Attrs.empty;
    const object: Open = { kind: "object", names: [], values: [] };
    this.open.push(object);
    this.key(object.names, token);
    return undefined;
  }

  private beginArray(): Value | undefined {
    const token = this.next("value");
    if (token === "]") return [];
    this.open.push({ kind: "array", items: [] });
    this.ahead = token;
    return undefined;
  }

  /** The array, when it ends here. */
  private afterItem({ items }: Open & { kind: "array" }, item: Value): Value | undefined {
    items.push(item);
    const token = this.next("array", "']'");
    if (token === ",") return undefined;
    if (token !== "]") throw this.unexpected("array", "']'");
    this.open.pop();
    return items;
  }

  /** The object, when it ends here. */
  private afterMember({ names, values }: Open & { kind: "object" }, member: Value): Value | undefined {
    values.push(member);
    const token = this.next("object", "'}'");
    if (token === ",") {
      this.key(names, this.next("object key", "string literal"));
      return undefined;
    }
    if (token !== "}") throw this.unexpected("object", "'}'");
    this.open.pop();
    return this.makeSet(names, values);
  }

  /** Of equal names the last counts. Objects that follow each other often have the same names. */
  private makeSet(names: readonly string[], values: Slot[]): Attrs {
    if (same(names, this.lastShape.names)) return new Attrs(this.lastShape, values, undefined);
    if (!isSorted(names)) return Attrs.from(new Map(names.map((name, i) => [name, values[i] as Slot])));
    this.lastShape = new Shape(names);
    return new Attrs(this.lastShape, values, undefined);
  }

  private key(names: string[], token: Token): void {
    if (token !== "string") throw this.unexpected("object key", "string literal");
    names.push(withoutNul(this.lexer.value as string));
    if (this.next("object separator", "':'") !== ":") throw this.unexpected("object separator", "':'");
  }

  private next(context: string, expected?: string): Token {
    const { ahead } = this;
    this.ahead = undefined;
    if (ahead !== undefined) return ahead;
    try {
      return this.lexer.next();
    } catch (error) {
      if (!(error instanceof JsonLexicalError)) throw error;
      throw this.lexer.error(context, error.message + (expected === undefined ? "" : `; expected ${expected}`));
    }
  }

  private unexpected(context: string, expected: string): NixError {
    return this.lexer.error(context, `unexpected ${this.lexer.tokenName}; expected ${expected}`);
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, i) => i === 0 || (names[i - 1] as string) < name);
}
