/**
 * Elements of string contexts, as Nix writes them:
 *
 *   /nix/store/…-x             the path itself ("opaque")
 *   =/nix/store/…-x.drv        a derivation and everything it leads to ("deep")
 *   !out!/nix/store/…-x.drv    one output of a derivation ("built")
 */
export interface ContextElement {
  readonly kind: "opaque" | "deep" | "built";
  readonly path: string;
  /** Name of the output; empty unless the kind is "built". */
  readonly output: string;
}

export function parseContext(element: string): ContextElement {
  if (element.startsWith("=")) return { kind: "deep", path: element.slice(1), output: "" };
  if (!element.startsWith("!")) return { kind: "opaque", path: element, output: "" };
  const end = element.indexOf("!", 1);
  return { kind: "built", path: element.slice(end + 1), output: element.slice(1, end) };
}

export function encodeDeep(path: string): string {
  return `=${path}`;
}

export function encodeBuilt(output: string, path: string): string {
  return `!${output}!${path}`;
}

export function isDerivationPath(path: string): boolean {
  return path.endsWith(".drv");
}
