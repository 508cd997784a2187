import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Diagnostic, Location } from "../../src/diagnostics/diagnostic.js";
import { displayWidth, signsOf } from "../../src/diagnostics/display-width.js";
import { type RenderOptions, render } from "../../src/diagnostics/render.js";
import { hostileString } from "../support/hostile-strings.js";

const unknownField: Diagnostic = {
  code: "unknown-field",
  severity: "error",
  message: "`app.replica` is not a field of a chart",
  location: { file: "charts/web.nix", line: 7, column: 5, length: 7, lineText: "    replica = 3;" },
  help: "did you mean `replicas`?",
};

function text(diagnostic: Partial<Diagnostic>, options?: RenderOptions): string {
  return render([{ code: "type", severity: "error", message: "wrong", ...diagnostic }], "text", options);
}

function at(lineText: string, column: number, length: number): { location: Location } {
  return { location: { file: "a.nix", line: 1, column, length, lineText } };
}

/** The line of source and the underline, without the gutter. */
function excerptOf(lineText: string, column: number, length: number, width?: number): string[] {
  const lines = text(at(lineText, column, length), width === undefined ? {} : { width }).split("\n");
  return lines.slice(3, 5).map((line) => line.slice(5));
}

function lines(...expected: string[]): string {
  return `${expected.join("\n")}\n`;
}

describe("text", () => {
  it("shows the line, underlines the place and says what to write instead", () => {
    assert.equal(
      render([unknownField]),
      lines(
        "error[unknown-field]: `app.replica` is not a field of a chart",
        "  --> charts/web.nix:7:5",
        "   |",
        " 7 |     replica = 3;",
        "   |     ^^^^^^^",
        "   = help: did you mean `replicas`?",
      ),
    );
  });

  it("puts an empty line between diagnostics, and is empty for none", () => {
    assert.equal(render([unknownField, unknownField]), `${render([unknownField])}\n${render([unknownField])}`);
    assert.equal(render([]), "");
  });

  it("aligns line numbers of different length", () => {
    const second = { file: "b.nix", line: 1042, column: 1, length: 1, lineText: "x" };
    assert.equal(
      text({
        ...at("abc", 2, 1),
        notes: [{ message: "a plain remark" }, { message: "while calling 'f'", location: second }],
      }),
      lines(
        "error[type]: wrong",
        "     --> a.nix:1:2",
        "      |",
        "    1 | abc",
        "      |  ^",
        "      = note: a plain remark",
        "note: while calling 'f'",
        "     --> b.nix:1042:1",
        "      |",
        " 1042 | x",
        "      | ^",
      ),
    );
  });

  it("shows what is known of a place: no line, no location, only a path of the config", () => {
    assert.equal(
      text({ location: { file: "a.nix", line: 3, column: 1, length: 1 } }),
      lines("error[type]: wrong", "  --> a.nix:3:1"),
    );
    assert.equal(text({ path: "app.ports.0" }), lines("error[type]: wrong", "   = note: in app.ports.0"));
    assert.equal(text({ path: "app", message: "`app` is wrong" }), lines("error[type]: `app` is wrong"));
    assert.equal(text({ code: "", severity: "warning" }), lines("warning: wrong"));
  });

  it("indents further lines below the first", () => {
    assert.equal(
      text({ message: "one\ntwo\n\nthree", help: "do\nthis" }),
      lines("error[type]: one", "  two", "", "  three", "   = help: do", "           this"),
    );
  });

  it("names files relative to the working folder, when inside it", () => {
    const inside: Location = { file: "/home/me/charts/web.nix", line: 1, column: 1, length: 1 };
    const outside: Location = { file: "/home/meg/web.nix", line: 1, column: 1, length: 1 };
    for (const workingDirectory of ["/home/me", "/home/me/"]) {
      const shown = text({ location: inside, notes: [{ message: "n", location: outside }] }, { workingDirectory });
      assert.match(shown, /--> charts\/web\.nix:1:1\n/);
      assert.match(shown, /--> \/home\/meg\/web\.nix:1:1\n/);
    }
    assert.match(text({ location: inside }, { workingDirectory: "/" }), /--> home\/me\/charts/);
    assert.match(text({ location: inside }), /--> \/home\/me\/charts/);
  });

  it("differs by nothing but colours when coloured", () => {
    const colored = render([unknownField], "text", { color: true });
    assert.ok(colored.startsWith("\x1b[1;31merror[unknown-field]\x1b[0m"));
    assert.equal(stripVTControlCharacters(colored), render([unknownField]));
  });

  it("obeys no control character of what it shows", () => {
    const hostile = "a\x1b[2Jb\x07\r\x9b\u202e\x7f\0";
    const shown = text({
      ...at(hostile, 2, 1),
      code: hostile,
      message: hostile,
      help: hostile,
      notes: [{ message: hostile }],
    });
    assert.doesNotMatch(shown, /[^\n\P{Cc}]|\u202e/u);
    assert.ok(shown.includes("a␛[2Jb␇␍��␡␀"));
    const forged = { file: "x\nerror: forged", line: 1, column: 1, length: 1, lineText: "a\nerror: forged" };
    assert.doesNotMatch(text({ location: forged }), /^error: forged/m);
  });
});

describe("the underline", () => {
  it("stays below its text after tabs", () => {
    assert.deepEqual(excerptOf("\tb = 1;", 2, 1), ["    b = 1;", "    ^"]);
    assert.deepEqual(excerptOf("ab\tc\td", 6, 1), ["ab  c   d", "        ^"]);
    assert.deepEqual(excerptOf("\t\tx", 1, 3), ["        x", "^^^^^^^^^"]);
  });

  it("stays below its text after wide, combined and joined characters", () => {
    assert.deepEqual(excerptOf("日本 = x;", 6, 1), ["日本 = x;", `${" ".repeat(7)}^`]);
    assert.deepEqual(excerptOf("日本 = x;", 1, 2), ["日本 = x;", "^^^^"]);
    assert.deepEqual(excerptOf("e\u0301a = x", 3, 1), ["e\u0301a = x", " ^"]);
    assert.deepEqual(excerptOf("'🎉' x", 5, 1), ["'🎉' x", "     ^"]);
    const family = "👩‍👩‍👧‍👦";
    assert.deepEqual(excerptOf(`${family}x`, [...family].length + 1, 1), [`${family}x`, "  ^"]);
    assert.deepEqual(excerptOf("👍🏽x", 3, 1), ["👍🏽x", "  ^"]);
    assert.deepEqual(excerptOf("✔️x", 3, 1), ["✔️x", "  ^"]);
  });

  it("is one wide after the end of the line, and ends with the line", () => {
    assert.deepEqual(excerptOf("abc", 4, 1), ["abc", "   ^"]);
    assert.deepEqual(excerptOf("abc", 99, 1), ["abc", "   ^"]);
    assert.deepEqual(excerptOf("abc", 2, 1000), ["abc", " ^^"]);
    assert.deepEqual(excerptOf("", 1, 1), ["", "^"]);
    assert.deepEqual(excerptOf("abc", 0, 0), ["abc", "^"]);
  });
});

describe("a long line", () => {
  it("is cropped around its underline", () => {
    const line = `${"x".repeat(500)}MARKED${"y".repeat(500)}`;
    assert.deepEqual(excerptOf(line, 501, 6, 30), [
      `…${"x".repeat(9)}MARKED${"y".repeat(13)}…`,
      `${" ".repeat(10)}^^^^^^`,
    ]);
    assert.deepEqual(excerptOf(line, 1, 3, 10), ["xxxxxxxxx…", "^^^"]);
    assert.deepEqual(excerptOf(line, 1007, 1, 10), ["…yyyyyyyyy", `${" ".repeat(10)}^`]);
    assert.deepEqual(excerptOf(line, 501, 400, 30), [
      `…${"x".repeat(9)}MARKED${"y".repeat(13)}…`,
      `${" ".repeat(10)}${"^".repeat(19)}`,
    ]);
  });

  it("is not read to its end", () => {
    const line = `${"a".repeat(5_000_000)}b${"a".repeat(20_000_000)}`;
    assert.deepEqual(excerptOf(line, 5_000_001, 1, 10), ["…aabaaaaa…", "   ^"]);
    assert.deepEqual(excerptOf(line, 1, 25_000_000, 10), ["aaaaaaaaa…", "^^^^^^^^^"]);
  });

  it("never takes more columns than it may, nor loses the underline, whatever is in it", () => {
    const piece = fc.oneof(hostileString, fc.constantFrom("\t", "日本", "👩‍👩‍👧‍👦", "x".repeat(300)));
    const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("").replace(/[\r\n]/g, ""));
    fc.assert(
      fc.property(
        line,
        fc.nat(400),
        fc.nat(100),
        fc.integer({ min: 20, max: 120 }),
        (source, column, length, width) => {
          const [shown = "", underline = ""] = excerptOf(source, column, length, width);
          assert.ok(displayWidth(signsOf(shown)) <= width, shown);
          assert.match(underline, /^ *\^+$/);
          assert.ok(underline.length <= width + 1, underline);
        },
      ),
    );
  });
});
