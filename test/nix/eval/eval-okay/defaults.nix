# Defaults see all arguments, each other, and what surrounds the function; `@` has only what was given.
let
  x = "outer";
  boom = throw "not needed";
in
[
  (({ a ? 1, b ? a + 1, c ? b + 1 }: [ a b c ]) { })
  (({ a ? b, b ? 2 }: [ a b ]) { })
  (({ a ? b, b ? a }: [ a b ]) { b = 3; })
  (({ x ? y, y ? x }: (builtins.tryEval 1).value) { })
  ((all@{ a ? all.b or 5, ... }: a) { })
  ((all@{ a ? all.b or 5, ... }: a) { b = 6; })
  ((all@{ a ? 1 }: all) { })
  (({ a ? 1, ... }@all: all) { z = 2; })
  (({ a, ... }@all: all == { inherit a; b = 2; }) { a = 1; b = 2; })
  (({ y ? x }: y) { })
  (({ x ? boom }: 1) { })
  (({ x }: 1) { x = boom; })
  (({ f ? (n: if n == 0 then [ ] else [ n ] ++ f (n - 1)) }: f 3) { })
  (({ a ? { b = c; }, c ? 1 }: a.b) { c = 2; })
  (builtins.functionArgs ({ a, b ? 1, c ? boom, ... }@all: a))
  (({ }: 1) { })
  (({ ... }: 1) { a = boom; })
  (({ a ? 1 }: { b ? a }: [ a b ]) { } { })
  (let f = { a ? 1 }: a; g = { a ? 2 }@all: f all; in [ (g { }) (g { a = 3; }) ])
]
