/**
 * The rooms of src/ and what each may know. ARCHITECTURE.md says it in prose; this table is what is enforced.
 * A file belongs to the room with the longest name that its path starts with; a room never needs leave for itself.
 */

export interface Room {
  /** Rooms that its files may import, be it only for types. */
  readonly rooms: readonly string[];
  /** npm packages that its files may import. */
  readonly packages?: readonly string[];
}

const nix = ["nix/syntax", "nix/eval", "nix/builtins", "nix/flake", "io"];
const chart = ["chart", "chart/config", "chart/resources", "chart/checks", "kubernetes"];
const hashes = ["@noble/hashes"];

export const rooms: Readonly<Record<string, Room>> = {
  "nix/syntax": { rooms: [] },
  "nix/eval": { rooms: ["nix/syntax", "io"] },
  "nix/builtins": { rooms: ["nix/syntax", "nix/eval", "io"], packages: hashes },
  "nix/flake": { rooms: ["nix/syntax", "nix/eval", "nix/builtins", "io"] },
  nix: { rooms: nix },
  io: { rooms: [] },
  kubernetes: { rooms: [], packages: hashes },
  "chart/config": { rooms: ["kubernetes"], packages: ["valibot"] },
  "chart/resources": { rooms: ["chart/config", "kubernetes"], packages: hashes },
  "chart/checks": { rooms: ["chart/config", "chart/resources", "kubernetes"] },
  chart: { rooms: ["chart/config", "chart/resources", "chart/checks", "kubernetes"], packages: hashes },
  diagnostics: { rooms: [] },
  output: { rooms: chart, packages: hashes },
  library: { rooms: ["nix", ...nix, ...chart, "output", "diagnostics"], packages: ["yaml"] },
  project: { rooms: ["nix", ...nix, ...chart, "output", "diagnostics", "library"], packages: ["yaml"] },
  cli: { rooms: ["nix", ...nix, ...chart, "output", "diagnostics", "library", "project", "package.json"] },
  /** The public entries directly in src/, which run in a browser too. */
  "": { rooms: ["nix", ...nix, ...chart, "output", "diagnostics", "library"] },
};
