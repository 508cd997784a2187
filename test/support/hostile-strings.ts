/** Strings that YAML, shells, file systems or terminals have been known to misread. */
import fc from "fast-check";

export const hostileStrings: readonly string[] = [
  // Empty and blank.
  ...["", " ", "  ", "\t", "\n", "\n\n", " \n", "\n ", "\t\n", " \n \n", "\r", "\r\n", "\n\t"],
  // Booleans and nulls of YAML 1.1 and 1.2.
  ...["y", "Y", "n", "N", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"],
  ...["true", "True", "TRUE", "tRuE", "false", "False", "FALSE", "null", "Null", "NULL", "nUlL", "~"],
  // Numbers.
  ...["0", "-0", "+1", "1", "12", "0777", "0o7", "0o17", "0x1f", "0X1F", "0b101", "-0x1F", "08", "1_000", "_1", "1__"],
  ...["1e3", "1E3", "1e+3", "1.e3", "1.", ".5", "-.5", "+.5", ".", "..", "1.2.3", "1.0", "-1.5e-3", "0.", "e3", "1e"],
  ...[".inf", "-.inf", "+.INF", ".Inf", ".nan", ".NaN", ".NAN", "inf", "nan", "Infinity", "NaN", "12e03", "685_230.15"],
  ...["12:30:45", "190:20:30", "1:2", "190:20:30.15", "-1:30", "9007199254740993", "18446744073709551616", "1e1000"],
  // Timestamps.
  ...["2001-12-14", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "2024-1-1T0:0:0Z", "2001-12-14T"],
  // Indicators, alone, before text and inside it.
  ...[..."-?:,[]{}#&*!|>'\"%@`=<~^$()/\\+;_."].flatMap((sign) => [
    ...[sign, `${sign}a`, `${sign} a`, `a${sign}`, `a ${sign}`, `a${sign}b`, `a ${sign} b`, `a ${sign}b`, `a${sign} b`],
    ...[`${sign}${sign}`, `${sign}${sign}${sign}`, `${sign}\n`, `a\n${sign}`, `${sign}\nb\n`, `1${sign}`, `1${sign}2`],
  ]),
  ...["---", "...", "--- a", "---\n", "a\n---\nb\n", "a\n...\nb", "--", "<<", "<<: *a", "%YAML 1.1", "!!binary aGk="],
  ...["a: b", "a:", ":a", "a :b", "a: ", "- a", "-a", "--flag=a b", "? a", "a #b", "a# b", "#a"],
  ...["a\n#b\n", "[a, b]", "{a: b}"],
  // Lines: leading, trailing and blank ones.
  ...["a\nb", "a\nb\n", "a\nb\n\n", "a\nb\n\n\n", "\na\n", "\n\na\nb", " a\nb\n", "  a\n b\n"],
  ...["\ta\nb\n", "\n a\n", "\n\ta\n"],
  ...["a \nb\n", "a\t\nb\n", "a\n \nb\n", "a\n\t\nb\n", "a\nb ", "a\n ", "a\n  \n", "a\n\n "],
  ...["a\n\n\nb", "a\r\nb\r\n", "a\rb"],
  ...["a\n\tb\n", "a\n  b\n c\n", " a", "a ", "  a", "a  b", "\ta", "a\t", "a\tb", "a\n- b\n"],
  ...["a\nb: c\n", "|\na\n", ">-\na\n"],
  // Control, invisible and non-printable characters; what YAML 1.1 takes for line breaks.
  ...["\0", "a\0b", "\x01", "\x07", "\b", "\v", "\f", "\x1b[31mred", "\x1f", "\x7f", "\x80", "\x85"],
  ...["a\x85b", "\x9f", "\xa0"],
  ...["\u2028", "a\u2028b\n", "\u2029", "a\nb\u2029\n", "\ufeff", "\ufeffa", "a\ufeff\nb\n", "\u200b"],
  ...["a\u202eb", "\u2066"],
  ...["\ufffe", "\uffff", "\ufffd", "\ufdd0", "\ue000", "\u{1fffe}", "\u{10ffff}"],
  // Emoji, joined and skin-toned; other scripts; combining marks.
  ...["🎉", "👩‍👩‍👧‍👦", "👍🏽", "a\n🎉\n", "Grüße", "日本語", "日本語\nテキスト\n", "e\u0301", "שלום", "مرحبا\n"],
  // Templates, shells, paths.
  ...["{{ x }}", "{{- .Values.a | quote }}", "a {{ b }} c", "${HOME}", "$(date)", "`id`", "a\\b"],
  ...["a\\nb", '"a"', "'a'", 'a"b'],
  ...["../../x", "/etc/passwd", "C:\\x", "con", "a/b", "system:node", "*/5 * * * *", "100m", "10Mi"],
  ...["50%", "10.0.0.0/8"],
  // Names that JavaScript objects inherit.
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "length"],
  // Long.
  ...["a".repeat(200), "word ".repeat(100), `${"a".repeat(5000)}\n`, "a".repeat(1023)],
  ...["a".repeat(1025), "é".repeat(1030)],
  ...[`${"word ".repeat(300)}end\nnext\n`, "a\n".repeat(300), `${"\n".repeat(50)}a`, `a${"\n".repeat(50)}`],
];

/** What only UTF-16 can hold, so that no file or Go program can. */
export const loneSurrogates: readonly string[] = ["\ud800", "a\udfffb", "\ud83d", "\ude00\ud83d\n", "a\nb\ud800\n"];

/** Hostile strings, pieces of them glued together, and any Unicode text. */
export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc
    .array(fc.constantFrom(...hostileStrings.filter((text) => text.length < 20)), { maxLength: 5 })
    .map((parts) => parts.join("")),
  fc
    .array(fc.constantFrom("a", "b", " ", "\n", "\t", ":", "#", "-", "1", "\n\n", "  "), { maxLength: 12 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary-ascii", maxLength: 12 }),
);
