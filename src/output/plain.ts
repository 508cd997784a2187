/**
 * What output is made of: JSON's values, plus `bigint` for the integers of Nix that a JavaScript number
 * cannot hold. An attribute whose value is `undefined` is absent, as with `JSON.stringify`.
 */
export type PlainValue = string | number | bigint | boolean | null | undefined | readonly PlainValue[] | PlainObject;

export interface PlainObject {
  readonly [key: string]: PlainValue;
}
