let
  inherit (builtins) fromTOML;
in
map fromTOML [
  ""
  "# only a comment\n\n"
  "a = 1\nb.c = 2\nb.d.e = 3\n\"q w\".'x' = 4\n3.1 = 5\n"
  "i = [ +1, -1, 0, 1_000, 0xDEAD_beef, 0o755, 0b1010, 9223372036854775807, -9223372036854775808 ]"
  "f = [ 1.5, -0.5, 1e3, 1.5e-3, 6.626E-34, 1_0.0_1, inf, +inf, -inf ]"
  "t = true\nf = false"
  "a = \"\\b\\t\\n\\f\\r\\\"\\\\\\u00e9\\U0001F600\"\nb = 'C:\\x'\nc = \"\"\na2 = ''"
  "a = \"\"\"\nfoo\n  bar\"\"\"\nb = \"\"\"a \\\n   b\"\"\"\nc = '''\nraw \\n'''\nd = '''a''''\ne = \"\"\"\"q\"\"\"\"\"\nf = \"\"\"\"\"\""
  "[t]\nx = 1\n[t.u]\ny = 2\n[a.b.c]\nz = 3\n[a]\nw = 4\n[a.b]\nv = 5"
  "[[p]]\nn = 1\n[p.q]\nm = 2\n[[p]]\nn = 3\n[[p.r]]\nk = 4\n[[p.r]]\nk = 5"
  "a = [ 1, [ 2, \"x\" ], { y = 3, z.w = 4 }, ]\nb = [\n  1, # one\n\n  2\n]\nc = {}\nd = []"
  "[ a . b . \"c\" ]\nd = 1\r\ne = 2\r\n"
]
