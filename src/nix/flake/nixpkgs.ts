/**
 * A stand-in for nixpkgs, for evaluation only: what a chart project's flake usually wants of nixpkgs is
 * `runCommand`, `writeText` and `mkShell`, to declare checks and a shell, and a few functions of `lib`.
 * Nothing here can be built; the derivations are real ones all the same, with names, inputs and paths.
 *
 * The text is Nix, so that laziness and errors are what users expect. It has no interpolation, so that
 * it needs no escapes here.
 */
import type { Attrs } from "../eval/attrs.js";
import { call1 } from "../eval/call.js";
import { forceAttrs } from "../eval/expect.js";
import type { Machine } from "../eval/machine.js";
import { force, PrimOp, type Slot, type Value } from "../eval/value.js";
import { Source } from "../syntax/source.js";

/** What the stand-in has, for messages. */
export const standInContent = "runCommand, writeText, writeShellScriptBin, mkShell and a small lib";

/** What stands for nixpkgs' own folder; `import nixpkgs { … }` finds the packages there. */
export const standInPath = "/<nixpkgs-stand-in>";

/** The stand-in of one evaluation; nothing of it is evaluated before it is asked for. */
export class NixpkgsStandIn {
  /** What `import nixpkgs` gives: a function from options to packages. */
  readonly module: Value;
  private parts: Attrs | undefined;

  constructor(
    /** Those of `lib` that the caller has already. */
    private readonly functions: () => Attrs,
    /** Called at each use. */
    private readonly used: () => void,
  ) {
    this.module = new PrimOp({
      name: "nixpkgs",
      args: ["options"],
      doc: "Packages, as far as the stand-in for nixpkgs has any.",
      pure: false,
      call: (machine, options) => call1(machine, this.part(machine, "function"), options as Slot),
    });
  }

  /** The flake as others see it. */
  flake(machine: Machine): Value {
    return this.part(machine, "flake");
  }

  private part(machine: Machine, name: string): Value {
    this.used();
    this.parts ??= this.evaluate(machine);
    return force(this.parts.get(name) as Slot);
  }

  private evaluate(machine: Machine): Attrs {
    const source = new Source("nixpkgs stand-in", text, "/", false);
    return forceAttrs(call1(machine, machine.evaluate(source), this.functions()));
  }
}

const text = `
functions:
let
  inherit (builtins)
    attrNames concatStringsSep elem elemAt filter foldl' genList getAttr head isAttrs isString length
    map removeAttrs replaceStrings split stringLength substring tail;

  lib = functions // {
    inherit (builtins)
      all any attrNames attrValues concatLists concatMap concatStringsSep elem elemAt filter foldl' fromJSON
      functionArgs genList getAttr groupBy hasAttr head intersectAttrs isAttrs isBool isFloat isFunction isInt isList
      isString length listToAttrs map mapAttrs partition removeAttrs replaceStrings seq deepSeq sort splitVersion
      stringLength substring tail toJSON trace zipAttrsWith;

    id = x: x;
    const = x: y: x;
    flip = f: a: b: f b a;
    pipe = foldl' (x: f: f x);
    fix = f: let x = f x; in x;
    importJSON = path: builtins.fromJSON (builtins.readFile path);
    assertMsg = condition: message: condition || throw message;
    throwIf = condition: message: if condition then throw message else (x: x);
    warn = message: builtins.trace ("warning: " + message);

    hasAttrByPath = path: set:
      path == [ ] || isAttrs set && builtins.hasAttr (head path) set && lib.hasAttrByPath (tail path) (getAttr (head path) set);
    getAttrFromPath = path:
      lib.attrByPath path (throw ("cannot find attribute '" + concatStringsSep "." path + "'"));

    imap0 = f: list: genList (i: f i (elemAt list i)) (length list);
    imap1 = f: list: genList (i: f (i + 1) (elemAt list i)) (length list);
    last = list: elemAt list (length list - 1);
    take = count: list: genList (elemAt list) (lib.min count (length list));
    drop = count: list: genList (i: elemAt list (count + i)) (lib.max 0 (length list - count));
    reverseList = list: genList (i: elemAt list (length list - 1 - i)) (length list);
    subtractLists = unwanted: filter (item: !elem item unwanted);

    concatStrings = concatStringsSep "";
    concatMapStrings = f: list: concatStringsSep "" (map f list);
    hasPrefix = prefix: string: substring 0 (stringLength prefix) string == prefix;
    hasSuffix = suffix: string:
      let start = stringLength string - stringLength suffix; in
      start >= 0 && substring start (stringLength suffix) string == suffix;
    removePrefix = prefix: string:
      if lib.hasPrefix prefix string then substring (stringLength prefix) (-1) string else string;
    removeSuffix = suffix: string:
      if lib.hasSuffix suffix string
      then substring 0 (stringLength string - stringLength suffix) string
      else string;
    splitString = separator: string: filter isString (split (lib.escapeRegex separator) string);
    stringToCharacters = string: genList (i: substring i 1 string) (stringLength string);
    escape = characters: replaceStrings characters (map (character: "\\\\" + character) characters);
    escapeRegex = lib.escape (lib.stringToCharacters "\\\\[{()^$?*+|.");

    systems.flakeExposed = systems;
  };

  systems = [ "x86_64-linux" "aarch64-linux" "i686-linux" "x86_64-darwin" "aarch64-darwin" ];

  packagesFor = system:
    let
      run = name: script: environment: derivation (environment // {
        inherit name system;
        builder = "/bin/sh";
        args = [ "-c" script ];
      });
    in
    {
      inherit lib system;
      runCommand = name: environment: script: run name script environment;
      writeText = name: text: run name "printf %s \\"$text\\" > $out" { inherit text; };
      writeShellScriptBin = name: text:
        run name "mkdir -p $out/bin; printf %s \\"$text\\" > $out/bin/$name; chmod +x $out/bin/$name" { inherit text; };
      mkShell = { name ? "nix-shell", packages ? [ ], nativeBuildInputs ? [ ], inputsFrom ? [ ], env ? { }, ... }@options:
        run name "export > $out" (removeAttrs options [ "packages" "env" ] // env // {
          nativeBuildInputs = packages ++ nativeBuildInputs;
        });
    };
in
{
  function = { system ? builtins.currentSystem, ... }: packagesFor system;
  flake = {
    _type = "flake";
    outPath = "${standInPath}";
    inherit lib;
    legacyPackages = lib.genAttrs systems packagesFor;
  };
}
`;
