/** One evaluation on behalf of a command: an evaluator with the library in it, and what the user has said. */
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Io } from "../io/io.js";
import { fromNativePath, toNativePath } from "../io/native-path.js";
import { libraryModules, libraryOf, libraryPath } from "../library/index.js";
import { createMachine } from "../nix/create-machine.js";
import { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { isStackOverflow, NixError } from "../nix/eval/errors.js";
import type { Machine } from "../nix/eval/machine.js";
import type { Settings, Warning } from "../nix/eval/settings.js";
import { type Slot, Thunk } from "../nix/eval/value.js";
import { NixpkgsStandIn, standInContent, standInPath } from "../nix/flake/nixpkgs.js";
import type { CallArguments } from "./auto-call.js";
import { explainError, locate } from "./explain-error.js";
import { expressionSource } from "./sources.js";

/** `--arg` and `--argstr`. */
export interface GivenArgument {
  readonly name: string;
  /** Nix, or plain text. */
  readonly kind: "expression" | "string";
  readonly text: string;
}

export interface SessionOptions {
  readonly io: Io;
  /** Absolute and `/`-separated. */
  readonly workingDirectory: string;
  readonly settings: Partial<Settings>;
  readonly arguments: readonly GivenArgument[];
  /** `--override-input`: name of a flake's input → flake reference. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly showTrace: boolean;
  /** Whether running out of stack is final; otherwise it is for the caller to try on a larger one. */
  readonly largeStack: boolean;
  /** `builtins.trace` */
  readonly trace: (message: string) => void;
  /** Warnings and notices that come up on the way. */
  readonly report: (diagnostic: Diagnostic) => void;
}

export class Session {
  readonly machine: Machine;
  /** The working directory as a byte string. */
  readonly directory: string;
  /** What functions that stand for a chart or a test are called with. */
  readonly arguments: CallArguments;
  readonly nixpkgs: NixpkgsStandIn;
  /** Whether something has asked for nixpkgs. */
  usesStandIn = false;

  constructor(readonly options: SessionOptions) {
    this.directory = toBytes(options.workingDirectory);
    const searchPath = [...(options.settings.searchPath ?? []), { prefix: "nix-helm-generator", path: libraryPath }];
    this.nixpkgs = new NixpkgsStandIn(
      () => helperFunctions(this.machine),
      () => this.noticeStandIn(),
    );
    this.machine = createMachine({
      io: options.io,
      settings: { ...options.settings, searchPath },
      listener: { trace: options.trace, warn: (warning) => options.report(warningDiagnostic(warning)) },
      modules: new Map([...libraryModules(), [standInPath, this.nixpkgs.module]]),
    });
    this.arguments = {
      given: Attrs.from(options.arguments.map((given) => [toBytes(given.name), this.argument(given)])),
      onDemand: Attrs.from([["lib", new Thunk(libraryOf, this.machine)]]),
    };
  }

  private argument({ kind, text }: GivenArgument): Slot {
    if (kind === "string") return toBytes(text);
    const source = expressionSource(toBytes(text), this.directory);
    return new Thunk(() => this.machine.evaluate(source), undefined);
  }

  /** A path that the user wrote, as an absolute one (a byte string). */
  readonly resolve = (path: string): string => {
    return toBytes(fromNativePath(resolve(toNativePath(this.options.workingDirectory), path)));
  };

  /** Diagnostics for what the user has to mend; throws everything else on. */
  explain(error: unknown): readonly Diagnostic[] {
    const { largeStack } = this.options;
    const reason = largeStack && isStackOverflow(error) ? stackOverflow() : error;
    const diagnostics = explainError(reason, { showTrace: this.options.showTrace, usesStandIn: this.usesStandIn });
    if (diagnostics === undefined) throw error;
    return diagnostics;
  }

  /** Runs an evaluation; when it fails through a fault of the user's, gives what `recover` makes of it. */
  attempt<T>(action: () => T, recover: (diagnostics: readonly Diagnostic[]) => T): T {
    return this.machine.guard(action, (error) => recover(this.explain(error)));
  }

  private noticeStandIn(): void {
    if (this.usesStandIn) return;
    this.usesStandIn = true;
    this.options.report({
      code: "nixpkgs-stand-in",
      severity: "note",
      message: `nixpkgs is not fetched: a stand-in for evaluation serves, which has ${standInContent}`,
      help: "`--override-input nixpkgs path:FOLDER` takes a nixpkgs that is on this machine",
    });
  }
}

/** The library's functions that nixpkgs has as well. */
function helperFunctions(machine: Machine): Attrs {
  return libraryOf(machine).filter((name) => !/^(mk|validate|splitInto)/.test(name));
}

function stackOverflow(): NixError {
  return new NixError("stack-overflow", "stack overflow (possible infinite recursion)");
}

function warningDiagnostic({ code, message, span, help }: Warning): Diagnostic {
  return {
    code,
    severity: "warning",
    message,
    ...(span && { location: locate(span) }),
    ...(help !== undefined && { help }),
  };
}
