/** From what the command line names to values. */
import { relative } from "node:path";
import type { Io } from "../io/io.js";
import { toNativePath } from "../io/native-path.js";
import { fromByteArray, toBytes, toText } from "../nix/eval/bytes.js";
import type { Value } from "../nix/eval/value.js";
import { selectPath } from "./attribute-path.js";
import { flakeOutput, openLocalFlake } from "./flake-outputs.js";
import { type Installable, InstallableReader } from "./installable.js";
import type { Session } from "./session.js";
import { expressionSource, inputSource } from "./sources.js";

/** Something to evaluate. */
export interface Target {
  /** What the user would call it. */
  readonly label: string;
  /** In weak head normal form; a function is not called. Throws a `NixError` or a `Problem`. */
  evaluate(session: Session): Value;
}

/** What the command line says of what to evaluate. */
export interface Selection {
  /** `--file`: a path, `<nixpkgs>`, or `-` for stdin. */
  readonly file?: string;
  readonly expression?: string;
  /** `-A`, each a target of its own. */
  readonly attributes: readonly string[];
  /** What stands without a flag; attribute paths when there is a file or an expression. */
  readonly operands: readonly string[];
  readInput(): Uint8Array;
}

/** Throws a `Problem` when there is nothing of a name. `workingDirectory` is absolute and `/`-separated. */
export function selectTargets(selection: Selection, io: Io, workingDirectory: string): readonly Target[] {
  const { file, expression, attributes, operands } = selection;
  const root = expression === undefined ? file && fileRoot(file, selection) : expressionRoot(expression);
  if (root) return orWhole([...attributes, ...operands]).map((attribute) => within(root, attribute));
  const reader = new InstallableReader(io, workingDirectory);
  const installables = operands.length === 0 ? ["."] : operands;
  return installables.flatMap((text) => {
    const installable = reader.read(text);
    return orWhole(attributes).map((attribute) => installed(installable, attribute, workingDirectory));
  });
}

/** No attribute asked for means the whole. */
function orWhole(attributes: readonly string[]): readonly string[] {
  return attributes.length === 0 ? [""] : attributes;
}

function within(root: Target, attribute: string): Target {
  return {
    label: attribute === "" ? root.label : `${root.label}#${attribute}`,
    evaluate: (session) => selectPath(session.machine, root.evaluate(session), toBytes(attribute), session.arguments),
  };
}

function expressionRoot(text: string): Target {
  return {
    label: "the expression",
    evaluate: ({ machine, directory }) => machine.evaluate(expressionSource(toBytes(text), directory)),
  };
}

function fileRoot(file: string, selection: Selection): Target {
  if (file === "-") {
    return {
      label: "stdin",
      evaluate: ({ machine, directory }) =>
        machine.evaluate(inputSource(fromByteArray(selection.readInput()), directory)),
    };
  }
  const searched = /^<(.*)>$/.exec(file)?.[1];
  return {
    label: file,
    evaluate: ({ machine, resolve }) =>
      machine.importPath(searched === undefined ? resolve(file) : machine.findFile(toBytes(searched))),
  };
}

function installed(installable: Installable, more: string, workingDirectory: string): Target {
  const attribute = [installable.attribute, toBytes(more)].filter((part) => part !== "").join(".");
  const path = installable.kind === "flake" ? installable.directory : installable.path;
  const place = relative(toNativePath(workingDirectory), toNativePath(toText(path))) || ".";
  return {
    label: attribute === "" ? place : `${place}#${toText(attribute)}`,
    evaluate: (session) => {
      const { machine } = session;
      if (installable.kind === "flake") return flakeOutput(session, openLocalFlake(session, path), attribute);
      return selectPath(machine, machine.importPath(path), attribute, session.arguments);
    },
  };
}
