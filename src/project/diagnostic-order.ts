import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** In the order of the text, file by file; what has no place comes first. */
export function bySource(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.location, b.location];
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
