/** What a check has found so far, each thing once, however many ways lead to it. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { bySource } from "../diagnostic-order.js";

export class Findings {
  private readonly byPlace = new Map<string, Diagnostic>();

  private readonly add = (diagnostic: Diagnostic): void => {
    const { code, message, location } = diagnostic;
    const key = `${code}\0${message}\0${location?.file}:${location?.line}:${location?.column}`;
    if (!this.byPlace.has(key)) this.byPlace.set(key, diagnostic);
  };

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.add(diagnostic);
  }

  /** Keeps what evaluation warns of; a notice is no finding, and goes on to `notify`. */
  takingWarnings(notify: (diagnostic: Diagnostic) => void): (diagnostic: Diagnostic) => void {
    return (diagnostic) => (diagnostic.severity === "note" ? notify : this.add)(diagnostic);
  }

  /** By file and line; what has no place comes first. */
  get sorted(): readonly Diagnostic[] {
    return [...this.byPlace.values()].sort(bySource);
  }
}
