/**
 * The evaluator against real Nix, as whole processes: `nhg eval` and `nix-instantiate --eval`. Answers are
 * computed here, in JavaScript, where that is not the same program over again.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { largeFile } from "./nix/large-file.mjs";
import { moduleSystem } from "./nix/module-system.mjs";

/** No program may take longer than this many times what Nix takes. */
const limit = 3;

export function benchmarks({ folder, nhg }) {
  return programs.map(({ name, source, answer }) => {
    const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.nix`);
    writeFileSync(file, source);
    return {
      name: `nix: ${name}`,
      ours: [...nhg, "eval", "--strict", "-f", file],
      reference: ["nix-instantiate", "--eval", "--strict", file],
      answer: String(answer),
      limit,
    };
  });
}

const range = (count) => Array.from({ length: count }, (_, index) => index);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

const programs = [
  { name: "start-up", source: "1 + 1", answer: 2 },
  {
    name: "fibonacci",
    source: "let fib = n: if n < 2 then n else fib (n - 1) + fib (n - 2); in fib 29",
    answer: 514229,
  },
  {
    name: "fold",
    source: "builtins.foldl' (sum: x: sum + x) 0 (builtins.genList (x: x) 2000000)",
    answer: (2_000_000 * 1_999_999) / 2,
  },
  {
    name: "large sets",
    source: `
      let
        set = builtins.listToAttrs (builtins.genList (i: { name = "key\${toString i}"; value = i; }) 200000);
        doubled = builtins.mapAttrs (name: value: value * 2) set;
        even = builtins.removeAttrs doubled (builtins.genList (i: "key\${toString (i * 2 + 1)}") 100000);
      in
      builtins.foldl' (a: b: a + b) 0 (builtins.attrValues even) + builtins.length (builtins.attrNames doubled)`,
    answer: sum(range(100_000).map((index) => index * 4)) + 200_000,
  },
  {
    name: "growing a set",
    source: `
      let grown = builtins.foldl' (set: i: set // { "k\${toString i}" = i; }) { } (builtins.genList (i: i) 6000);
      in builtins.foldl' (a: b: a + b) 0 (builtins.attrValues grown)`,
    answer: sum(range(6000)),
  },
  {
    name: "strings and hashes",
    source: `
      let
        hash = builtins.hashString "sha256";
        chain = builtins.foldl' (text: i: hash "\${text}-\${toString i}") "" (builtins.genList (i: i) 200000);
        joined = builtins.concatStringsSep "," (builtins.genList toString 500000);
      in
      "\${chain} \${hash joined} \${toString (builtins.stringLength joined)}"`,
    answer: (() => {
      const chain = range(200_000).reduce((text, index) => sha256(`${text}-${index}`), "");
      const joined = range(500_000).join(",");
      return JSON.stringify(`${chain} ${sha256(joined)} ${joined.length}`);
    })(),
  },
  {
    name: "extension fixpoint",
    source: `
      let
        fix = f: let final = f final; in final;
        extends = overlay: f: final: let prev = f final; in prev // overlay final prev;
        layer = i: final: prev: {
          "own\${toString i}" = i;
          count = prev.count + 1;
          total = prev.total + final."own\${toString i}";
          last = final."own\${toString (final.count - 1)}";
        };
        build = layers: fix (builtins.foldl' (f: overlay: extends overlay f) (final: { count = 0; total = 0; }) layers);
        once = offset:
          let final = build (builtins.genList layer 120); in final.total + final.last + offset;
      in
      builtins.foldl' (a: b: a + b) 0 (builtins.genList once 900)`,
    answer: 900 * (sum(range(120)) + 119) + sum(range(900)),
  },
  {
    name: "sorting",
    source: `
      let
        mod = a: b: a - (a / b) * b;
        numbers = builtins.genList (i: mod (i * 7919 + 13) 1000003) 150000;
        sorted = builtins.sort (a: b: a < b) numbers;
      in
      map (builtins.elemAt sorted) [ 0 1 75000 149999 ]`,
    answer: (() => {
      const sorted = range(150_000)
        .map((index) => (index * 7919 + 13) % 1_000_003)
        .sort((a, b) => a - b);
      return `[ ${[0, 1, 75_000, 149_999].map((index) => sorted[index]).join(" ")} ]`;
    })(),
  },
  moduleSystem,
  largeFile,
];
