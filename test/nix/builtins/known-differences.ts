/** Where Nix 2.8, which Debian has, is not asked, and why. */

const missing = "Nix 2.8 does not have this builtin";

/** Cases whose value differs there. */
export const differsFromOldNix: Readonly<Record<string, string>> = {
  "add-drv-output-dependencies": missing,
  break: missing,
  "convert-hash": missing,
  "flake-references": missing,
  "json-controls": "Nix 2.8 writes \\b and \\f as \\u0008 and \\u000c",
  "json-floats": "Nix 2.8 cuts floats to six digits in JSON",
  "read-file-type": missing,
  "regex-runaway": "Nix 2.8 does not come to an end, or crashes",
  "uncalled-functions": "Nix 2.8 computes functions that it does not call",
};

/** Programs that Nix 2.8 accepts and later versions reject. */
export const acceptedByOldNix: Readonly<Record<string, string>> = {
  "add-overflow": "Nix 2.8 wraps around",
  "ceil-huge": "Nix 2.8 does not check the range",
  "derivation-output-name": "Nix 2.8 makes a set with one name twice",
  "floor-large-int": "Nix 2.8 rounds the integer",
  "from-json-large": "Nix 2.8 wraps around",
  "from-json-nul": "Nix 2.8 cuts the string at the NUL",
  "gen-list-huge": "Nix 2.8 cuts the length to 32 bits",
  "json-not-utf8": "Nix 2.8 writes what is not UTF-8",
  "mul-overflow": "Nix 2.8 wraps around",
  "sub-overflow": "Nix 2.8 wraps around",
  "toml-large": "Nix 2.8 takes the largest integer instead",
};
