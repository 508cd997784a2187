/** The formats that programs read. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { diagnosticCodes } from "../../src/diagnostics/codes.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { diagnosticFormats, render } from "../../src/diagnostics/render.js";
import { hostileString } from "../support/hostile-strings.js";

const full: Diagnostic = {
  code: "unknown-field",
  severity: "error",
  message: "100% wrong:\r\nsecond, line",
  location: { file: "/p/charts/a b,c:d.nix", line: 7, column: 5, length: 700, lineText: "    replica = 3;" },
  path: "app.replica",
  notes: [
    { message: "while calling 'f'", location: { file: "/elsewhere/é.nix", line: 2, column: 1, length: 3 } },
    { message: "a remark" },
  ],
  help: "did you mean `replicas`?",
};
const bare: Diagnostic = { code: "no-such-code", severity: "note", message: "bare" };
const inString: Diagnostic = {
  code: "type",
  severity: "warning",
  message: "m",
  location: { file: "«string»", line: 1, column: 1, length: 1 },
};
const all = [full, bare, inString, full];
const options = { workingDirectory: "/p", version: "1.2.3" };

describe("json", () => {
  it("is the diagnostics themselves, with relative files", () => {
    const [first, ...rest] = JSON.parse(render(all, "json", options));
    assert.deepEqual(first, { ...full, location: { ...full.location, file: "charts/a b,c:d.nix" } });
    assert.deepEqual(rest.slice(0, 2), [bare, inString]);
    assert.deepEqual(JSON.parse(render([], "json")), []);
  });
});

describe("github", () => {
  it("is one workflow command a line, escaped as GitHub wants it", () => {
    assert.equal(
      render([full], "github", options),
      "::error file=charts/a b%2Cc%3Ad.nix,line=7,endLine=7,col=5,endColumn=17,title=unknown-field" +
        "::100%25 wrong:%0D%0Asecond, line%0Anote: while calling 'f' (/elsewhere/é.nix:2:1)%0Anote: a remark" +
        "%0Ahelp: did you mean `replicas`?\n",
    );
    assert.equal(render([bare], "github"), "::notice title=no-such-code::bare\n");
    assert.equal(render([inString], "github"), "::warning title=type::m\n");
    assert.equal(render([], "github"), "");
  });

  it("lets nothing begin a command of its own", () => {
    fc.assert(
      fc.property(hostileString, hostileString, (message, file) => {
        const text = render([{ ...full, message, location: { file, line: 1, column: 1, length: 1 } }], "github");
        assert.equal(text.split(/[\r\n]/).length, 2);
      }),
    );
  });
});

describe("sarif", () => {
  const read = (diagnostics: readonly Diagnostic[]) => JSON.parse(render(diagnostics, "sarif", options));

  it("names the tool, the version and each rule once, explained where it can be", () => {
    const log = read(all);
    assert.equal(log.version, "2.1.0");
    const [{ tool, results, columnKind }] = log.runs;
    assert.equal(columnKind, "unicodeCodePoints");
    assert.equal(tool.driver.name, "nhg");
    assert.equal(tool.driver.semanticVersion, "1.2.3");
    assert.deepEqual(
      tool.driver.rules.map((rule: { id: string }) => rule.id),
      ["unknown-field", "no-such-code", "type"],
    );
    assert.equal(tool.driver.rules[0].shortDescription.text, diagnosticCodes.get("unknown-field"));
    assert.equal("shortDescription" in tool.driver.rules[1], false);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
  });

  it("has a result for each diagnostic", () => {
    const [first, second, third, fourth] = read(all).runs[0].results;
    assert.deepEqual(first, {
      ruleId: "unknown-field",
      ruleIndex: 0,
      level: "error",
      message: { text: "100% wrong:\r\nsecond, line\nnote: a remark\nhelp: did you mean `replicas`?" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "charts/a%20b%2Cc%3Ad.nix", uriBaseId: "%SRCROOT%" },
            region: { startLine: 7, startColumn: 5, endColumn: 17, snippet: { text: "    replica = 3;" } },
          },
          logicalLocations: [{ fullyQualifiedName: "app.replica" }],
        },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: "while calling 'f'" },
          physicalLocation: {
            artifactLocation: { uri: "file:///elsewhere/%C3%A9.nix" },
            region: { startLine: 2, startColumn: 1, endColumn: 4 },
          },
        },
      ],
    });
    assert.deepEqual(second, { ruleId: "no-such-code", ruleIndex: 1, level: "note", message: { text: "bare" } });
    assert.deepEqual(third, { ruleId: "type", ruleIndex: 2, level: "warning", message: { text: "m" } });
    assert.deepEqual(fourth, first);
  });

  it("is a run without results when nothing is wrong", () => {
    assert.deepEqual(read([]).runs[0].results, []);
    assert.deepEqual(read([]).runs[0].tool.driver.rules, []);
  });
});

describe("every format", () => {
  it("takes any diagnostic", () => {
    const place = fc.record(
      {
        file: hostileString,
        line: fc.integer({ min: 1, max: 1e6 }),
        column: fc.integer({ min: 1, max: 1e6 }),
        length: fc.integer({ min: 1, max: 1e6 }),
        lineText: hostileString,
      },
      { noNullPrototype: true },
    );
    const any = fc.record(
      {
        code: hostileString,
        severity: fc.constantFrom("error" as const, "warning" as const, "note" as const),
        message: fc.oneof(hostileString, fc.constant("\ud800")),
        location: place,
        notes: fc.array(fc.record({ message: hostileString, location: place }, { noNullPrototype: true }), {
          maxLength: 3,
        }),
        help: hostileString,
        path: hostileString,
      },
      { requiredKeys: ["code", "severity", "message"], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 3 }), (diagnostics) => {
        for (const format of diagnosticFormats) {
          const text = render(diagnostics as Diagnostic[], format, { workingDirectory: "/p", color: true });
          assert.ok(text === "" || text.endsWith("\n"));
          if (format === "json") assert.deepEqual(JSON.parse(text), diagnostics);
          if (format === "sarif") assert.equal(JSON.parse(text).runs[0].results.length, diagnostics.length);
        }
      }),
    );
  });

  it("copes with a file name that no URL can hold", () => {
    const location = { file: "a\ud800.nix", line: 1, column: 1, length: 1 };
    assert.match(render([{ ...bare, location }], "sarif"), /"uri": "a%EF%BF%BD\.nix"/);
  });
});

describe("codes", () => {
  it("are kebab-case, and each is explained in one sentence", () => {
    for (const [code, explanation] of diagnosticCodes) {
      assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(explanation, /^[A-Z][^\n]*\.$/);
    }
  });
});
