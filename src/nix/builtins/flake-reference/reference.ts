/** A flake reference: where a flake comes from, as attributes. `type` names the scheme. */
import { NixError } from "../../eval/errors.js";

export type ReferenceAttribute = string | bigint | boolean;
export type Reference = ReadonlyMap<string, ReferenceAttribute>;

export const revisionPattern = /^[0-9a-fA-F]{40}$/;
export const branchPattern = /^[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*$/;

/** Attributes that are absent are left out. */
export function reference(attributes: Readonly<Record<string, ReferenceAttribute | undefined>>): Reference {
  const entries = Object.entries(attributes).filter((entry): entry is [string, ReferenceAttribute] => {
    return entry[1] !== undefined;
  });
  return new Map(entries);
}

export function textAttribute(attributes: Reference, name: string): string | undefined {
  const value = attributes.get(name);
  if (value === undefined || typeof value === "string") return value;
  throw new NixError("value", `input attribute '${name}' is not a string`);
}

export function requiredText(attributes: Reference, name: string): string {
  const value = textAttribute(attributes, name);
  if (value === undefined) throw new NixError("value", `input attribute '${name}' is missing`);
  return value;
}

export function badUrl(message: string): NixError {
  return new NixError("value", message);
}
