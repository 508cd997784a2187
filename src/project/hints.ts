/** What to do about errors that have one usual reason in chart projects, by what the error says. */
import { toText } from "../nix/eval/bytes.js";
import type { NixError, NixErrorCode } from "../nix/eval/errors.js";
import { standInContent } from "../nix/flake/nixpkgs.js";

interface Hint {
  readonly code: NixErrorCode;
  readonly message: RegExp;
  readonly help: string;
}

const hints: readonly Hint[] = [
  {
    code: "io",
    message: /'[^']*\/lib(\/default\.nix)?'(: No such file| does not exist)/,
    help: "`nhg init` writes the lib/default.nix that charts import; or write `import <nix-helm-generator> { }`",
  },
  {
    code: "throw",
    message: /^file 'nixpkgs(\/[^']*)?' was not found in the Nix search path/,
    help: "name the folder of a nixpkgs with `-I nixpkgs=FOLDER`",
  },
  {
    code: "missing-argument",
    message: /^cannot evaluate a function that has an argument without a value/,
    help: "give it with `--arg NAME EXPR` or `--argstr NAME STRING`",
  },
  {
    code: "infinite-recursion",
    message: /./,
    help: "a value needs itself; in a `rec { … }` or a `let`, a name on the right is the one being defined",
  },
];

const standInHint = `of nixpkgs, only ${standInContent} are here; \`--override-input nixpkgs path:FOLDER\` takes all of it from a folder`;

export function hintFor(error: NixError, usesStandIn: boolean): string {
  if (usesStandIn && error.code === "missing-attribute") return standInHint;
  const message = toText(error.message);
  return hints.find((hint) => hint.code === error.code && hint.message.test(message))?.help ?? "";
}
