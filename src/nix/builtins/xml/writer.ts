/** Indented XML, written element by element. Texts are byte strings and stand in attributes only. */
export class XmlWriter {
  private readonly lines: string[] = ["<?xml version='1.0' encoding='utf-8'?>"];
  private indent = "";

  element(name: string, attributes: Readonly<Record<string, string>>, content?: () => void): void {
    const start = `${this.indent}<${name}${printAttributes(attributes)}`;
    if (content === undefined) {
      this.lines.push(`${start} />`);
      return;
    }
    this.lines.push(`${start}>`);
    this.indent += "  ";
    content();
    this.indent = this.indent.slice(2);
    this.lines.push(`${this.indent}</${name}>`);
  }

  toString(): string {
    return `${this.lines.join("\n")}\n`;
  }
}

function printAttributes(attributes: Readonly<Record<string, string>>): string {
  const names = Object.keys(attributes).sort();
  return names.map((name) => ` ${name}="${escapeText(attributes[name] as string)}"`).join("");
}

/** Line breaks as well: readers of XML would turn them into spaces. */
const entities: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "\n": "&#xA;",
};

function escapeText(text: string): string {
  return text.replace(/["<>&\n]/g, (character) => entities[character] as string);
}
