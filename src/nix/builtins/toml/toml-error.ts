/** What is wrong with a TOML document, and where. */
export class TomlError extends Error {
  override readonly name = "TomlError";

  constructor(problem: string, text: string, offset: number) {
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    super(`${problem} at line ${line}, column ${offset - before.lastIndexOf("\n")}`);
  }
}
