# Sets that can be called: with state, giving functions, other functors or sets; with `//`; partially applied.
let
  counter = { n = 0; __functor = self: step: self // { n = self.n + step; }; };
  chain = n: if n == 0 then x: [ "end" x ] else { __functor = self: chain (n - 1); };
  late = n: { __functor = self: x: if n == 0 then x else late (n - 1) (x + 1); };
in
[
  (counter 1 2 3).n
  (chain 50 "x")
  (late 50 0)
  ({ __functor = { __functor = self: inner: x: [ (builtins.attrNames inner) x ]; }; } 5)
  ({ __functor = self: { a, b ? self.b }: [ a b ]; b = 2; } { a = 1; })
  (map { __functor = self: x: x * 2; } [ 1 2 ])
  (builtins.foldl' { __functor = self: a: b: a + b; } 0 [ 1 2 3 ])
  (builtins.sort { __functor = self: a: b: b < a; } [ 1 3 2 ])
  (builtins.filter { __functor = self: x: x > self.limit; limit = 1; } [ 1 2 3 ])
  (builtins.mapAttrs { __functor = self: name: value: name + value; } { a = "1"; })
  (builtins.genList { __functor = self: i: i; } 2)
  (let f = { __functor = self: x: y: z: [ x y z ]; } 1; in [ (f 2 3) (f 4 5) ])
  ({ __functor = builtins.getAttr; } == 1)
  ({ a = 7; __functor = self: name: builtins.getAttr name self; } "a")
  (builtins.isFunction { __functor = self: x: x; })
  (builtins.typeOf { __functor = self: x: x; })
  (builtins.functionArgs ({ a, b ? 1 }: a))
  ((counter // { __functor = self: x: "replaced"; }) 1)
]
