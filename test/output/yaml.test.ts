import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { CORE_SCHEMA, load, YAML11_SCHEMA } from "js-yaml";
import { parse, parseAllDocuments } from "yaml";
import type { PlainValue } from "../../src/output/plain.js";
import { toYaml, toYamlDocuments } from "../../src/output/yaml/yaml.js";
import { hostileString, hostileStrings, loneSurrogates } from "../support/hostile-strings.js";

/** Name → how that parser reads a text. */
const readers: Record<string, (text: string) => unknown> = {
  "yaml 1.1": (text) => parse(text, { version: "1.1" }),
  "yaml 1.2": (text) => parse(text, { version: "1.2" }),
  "js-yaml 1.1": (text) => load(text, { schema: YAML11_SCHEMA }),
  "js-yaml 1.2": (text) => load(text, { schema: CORE_SCHEMA }),
};

function assertReadsBack(value: PlainValue, text = toYaml(value)): void {
  for (const [name, read] of Object.entries(readers)) {
    assert.deepStrictEqual(read(text), value, `${name} reads ${text}`);
  }
}

/** In every position that a string can have. */
function positions(text: string): PlainValue {
  return {
    value: text,
    list: [text, [text, [text]], { [text]: text }, text],
    map: { [text]: { [text]: [text] } },
    [text]: text,
    after: "end",
  };
}

describe("strings", () => {
  it("read back from every position, in both versions", () => {
    for (const text of [...hostileStrings, ...loneSurrogates]) assertReadsBack(positions(text));
  });

  it("read back as a whole document", () => {
    for (const text of [...hostileStrings, ...loneSurrogates]) assertReadsBack(text);
  });

  it("read back whatever they are", () => {
    fc.assert(
      fc.property(hostileString, (text) => assertReadsBack(positions(text))),
      { numRuns: 2000 },
    );
  });

  it("are plain where nothing can be mistaken", () => {
    const plain = [
      ...["nginx:1.25", "registry.example.com:5000/team/web@sha256:0a1b", "100m", "128Mi", "50%", "10.0.0.0/8"],
      ...["/metrics", "--port=8080", "-c", "./run.sh", "a b c", "app.kubernetes.io/name", "RollingUpdate", "yesterday"],
      ...["http://example.com:80/a?b=c&d=e#f", "GET,POST", "nope", "$(POD_IP)", "x".repeat(500)],
    ];
    assert.equal(toYaml(plain), plain.map((text) => `- ${text}\n`).join(""));
  });

  it("are quoted where any version could take them for something else", () => {
    const quoted = [
      "on",
      "y",
      "0777",
      "1e3",
      "1_000",
      "12:30:45",
      "2024-01-01",
      "1.2.3",
      "~",
      "=",
      "<<",
      "a: b",
      "a #b",
    ];
    assert.equal(toYaml(quoted), quoted.map((text) => `- "${text}"\n`).join(""));
  });

  it("are literal blocks when of several lines, with indentation and final line breaks kept", () => {
    const value = { "a.conf": "one\n  two\n\nthree\n", script: "#!/bin/sh\nexit", tail: "x\n\n", lead: "  x\ny\n" };
    const text = [
      ...["a.conf: |", "  one", "    two", "", "  three", "script: |-", "  #!/bin/sh", "  exit"],
      ...["tail: |+", "  x", "", "lead: |2", "    x", "  y", ""],
    ];
    assert.equal(toYaml(value), text.join("\n"));
  });

  it("are never folded", () => {
    const long = "word ".repeat(400);
    assert.equal(toYaml({ long }), `long: "${long}"\n`);
    assert.equal(toYaml({ long: `${long}x\ny\n` }), `long: |\n  ${long}x\n  y\n`);
  });

  it("show characters that would mislead a reader as escapes", () => {
    assert.equal(toYaml("a\u202eb\x7f\x85\ufeff"), '"a\\u202eb\\u007f\\u0085\\ufeff"\n');
    assert.equal(toYaml("a\x1b[31m\nb\n"), '"a\\u001b[31m\\nb\\n"\n');
  });

  it("contain nothing that is not printable YAML, whatever went in", () => {
    const printable = /^[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
    fc.assert(fc.property(hostileString, (text) => assert.match(toYaml(positions(text)), printable)));
  });
});

describe("numbers", () => {
  const cases: [number | bigint, string][] = [
    ...([
      [0, "0"],
      [-7, "-7"],
      [0.1, "0.1"],
      [-2.5, "-2.5"],
      [-0, "-0.0"],
    ] as [number, string][]),
    ...([
      [1e21, "1.0e+21"],
      [1.5e300, "1.5e+300"],
      [1e-7, "1.0e-7"],
      [5e-324, "5.0e-324"],
    ] as [number, string][]),
    // An integer this large in a JavaScript number came from a float.
    [1e20, "100000000000000000000.0"],
    [2 ** 53, "9007199254740992.0"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
    [9007199254740993n, "9007199254740993"],
    [-9223372036854775808n, "-9223372036854775808"],
    ...([
      [Number.NaN, ".nan"],
      [Number.POSITIVE_INFINITY, ".inf"],
      [Number.NEGATIVE_INFINITY, "-.inf"],
    ] as [number, string][]),
  ];
  for (const [value, text] of cases) {
    it(`${text} is how ${value} is written`, () => {
      assert.equal(toYaml(value), `${text}\n`);
      if (typeof value === "number") assertReadsBack([value]);
      else assert.equal(parse(text, { intAsBigInt: true }), value);
    });
  }

  it("read back, whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), (number) => assertReadsBack([number])),
    );
  });

  it("beyond 2^53 keep their digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (number) => {
        for (const version of ["1.1", "1.2"] as const) {
          assert.equal(parse(toYaml(number), { version, intAsBigInt: true }), number);
        }
      }),
    );
  });
});

describe("structure", () => {
  it("is kubectl's: block style, two spaces, sequences below their key", () => {
    const value = {
      apiVersion: "v1",
      metadata: { name: "web", labels: {} },
      spec: { ports: [{ port: 80, names: ["a", "b"] }, { port: 443 }], args: [], matrix: [[1, [2]], [], [{}]] },
      enabled: true,
      nothing: null,
    };
    const text = [
      ...["apiVersion: v1", "metadata:", "  name: web", "  labels: {}", "spec:", "  ports:"],
      ...["  - port: 80", "    names:", "    - a", "    - b", "  - port: 443", "  args: []"],
      ...["  matrix:", "  - - 1", "    - - 2", "  - []", "  - - {}", "enabled: true", "nothing: null", ""],
    ];
    assert.equal(toYaml(value), text.join("\n"));
    assertReadsBack(value);
  });

  it("leaves out what is undefined, as JSON does", () => {
    assert.equal(toYaml({ a: undefined, b: { c: undefined }, d: [undefined] }), "b: {}\nd:\n- null\n");
    assert.equal(toYaml({ a: undefined }), "{}\n");
    assert.equal(toYaml(undefined), "null\n");
  });

  it("refuses what YAML cannot hold", () => {
    assert.throws(() => toYaml({ a: () => 1 } as unknown as PlainValue), new TypeError("YAML has no function"));
    assert.throws(() => toYaml([Symbol("x")] as unknown as PlainValue), new TypeError("YAML has no symbol"));
  });

  it("announces keys that are too long to be simple", () => {
    const key = "k".repeat(2000);
    for (const value of ["x", 1, ["x"], { a: 1 }, "a\nb\n", [], { [key]: [{ [key]: key }] }] as PlainValue[]) {
      assertReadsBack({ [key]: value, list: [{ [key]: value }] });
    }
  });

  it("reads back, whatever it is", () => {
    const { value } = fc.letrec<{ value: PlainValue; leaf: PlainValue }>((tie) => ({
      leaf: fc.oneof(hostileString, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
      value: fc.oneof(
        { depthSize: "small" },
        tie("leaf"),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(hostileString, tie("value"), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (plain) => assertReadsBack(plain)),
      { numRuns: 500 },
    );
  });
});

describe("documents", () => {
  const read = (text: string, version: "1.1" | "1.2") => {
    const documents = parseAllDocuments(text, { version });
    assert.ok(Array.isArray(documents));
    for (const document of documents) assert.deepEqual(document.errors, []);
    return documents.map((document) => document.toJS());
  };

  it("are separated, not begun, by ---", () => {
    assert.equal(toYamlDocuments([{ a: 1 }, ["b"], "c"]), "a: 1\n---\n- b\n---\nc\n");
    assert.equal(toYamlDocuments([]), "");
  });

  it("do not run into each other, whatever is at their ends", () => {
    const documents = hostileStrings.flatMap((text) => [{ [text]: text }, [text], text]);
    for (const version of ["1.1", "1.2"] as const) {
      assert.deepStrictEqual(read(toYamlDocuments(documents), version), documents);
    }
  });
});
