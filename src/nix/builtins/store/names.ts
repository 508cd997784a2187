/** What may be called what in the Nix store. */
import { NixError } from "../../eval/errors.js";

const maxLength = 211;

/** Throws Nix's reason when a store object cannot have this name. */
export function checkName(name: string): void {
  const problem = problemOf(name);
  if (problem !== undefined) throw new NixError("value", problem);
}

/** Why a store object cannot have this name; `undefined` when it can. */
export function problemOf(name: string): string | undefined {
  if (name === "") return "name must not be empty";
  if (name.length > maxLength) return `name '${name}' must be no longer than ${maxLength} characters`;
  if (name === "." || name === "..") return `name '${name}' is not valid`;
  const dots = /^(\.\.?)-/.exec(name)?.[1];
  if (dots !== undefined) return `name '${name}' is not valid: first dash-separated component must not be '${dots}'`;
  const illegal = /[^0-9A-Za-z+\-._?=]/.exec(name)?.[0];
  return illegal === undefined ? undefined : `name '${name}' contains illegal character '${illegal}'`;
}
