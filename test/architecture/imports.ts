/** Finds imports that go against the table of rooms. */
import { posix } from "node:path";
import { type Room, rooms } from "./rooms.js";

/**
 * Complaints about one source file, each with its line. `path` is relative to src/, with `/`.
 * Imports of `node:` modules are Biome's business: see biome.json.
 */
export function wrongImports(path: string, text: string): string[] {
  const room = roomOf(path);
  return importsOf(text)
    .filter(({ name }) => !name.startsWith("node:") && !isAllowed(room, target(path, name)))
    .map(
      ({ name, line }) =>
        `src/${path}:${line}: ${describe(room)} may not import ${describe(target(path, name))} (${name})`,
    );
}

/** The longest room that the path starts with. */
function roomOf(path: string): string {
  const folders = posix.dirname(path).split("/");
  for (let length = folders.length; length > 0; length--) {
    const name = folders.slice(0, length).join("/");
    if (name in rooms) return name;
  }
  return "";
}

interface Target {
  readonly kind: "room" | "package";
  readonly name: string;
}

function target(from: string, name: string): Target {
  if (!name.startsWith(".")) return { kind: "package", name };
  const path = posix.join(posix.dirname(from), name);
  return { kind: "room", name: path.startsWith("../") ? path.slice(3) : roomOf(path) };
}

function isAllowed(from: string, { kind, name }: Target): boolean {
  const { rooms: known, packages = [] } = rooms[from] as Room;
  if (kind === "room") return name === from || known.includes(name);
  return packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
}

function describe(subject: string | Target): string {
  const name = typeof subject === "string" ? subject : subject.name;
  return name === "" ? "a file directly in src/" : name;
}

/** Imports and re-exports, for types too. Biome's formatting is taken for granted. */
const importForms = /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

function importsOf(text: string): { name: string; line: number }[] {
  return [...text.matchAll(importForms)]
    .filter(({ index }) => !isInComment(text, index))
    .map((match) => ({ name: match[1] ?? match[2] ?? "", line: text.slice(0, match.index).split("\n").length }));
}

function isInComment(text: string, index: number): boolean {
  return /^\s*(\*|\/\/|\/\*)/.test(text.slice(text.lastIndexOf("\n", index - 1) + 1, index));
}
