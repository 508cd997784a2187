let
  adder = { __functor = self: x: self.n + x; n = 10; };
  twice = { __functor = self: f: x: f (f x); };
  nested = { __functor = self: adder; };
in
[
  (adder 1)
  (twice (x: x * 2) 3)
  (nested 5)
  (map adder [ 1 2 ])
  (builtins.isFunction adder)
  (toString { __toString = self: "n=${toString self.n}"; n = 1; })
  "${{ __toString = _: "s"; }}"
  "${{ outPath = "/x"; }}"
  ((builtins.functionArgs ({ a, b ? 1 }: a)).b)
]
