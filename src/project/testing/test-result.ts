import type { Diagnostic, Location } from "../../diagnostics/diagnostic.js";

export interface TestResult {
  /** The test file: absolute, `/`-separated. */
  readonly file: string;
  /** The attributes that lead to the test, such as `web.testLabels`; empty when the file is one test. */
  readonly name: string;
  readonly location?: Location;
  readonly passed: boolean;
  /** What a passed test says of itself. */
  readonly message?: string;
  /** Why it failed. */
  readonly diagnostics: readonly Diagnostic[];
}
