# Nothing in scope is special: it can all be bound again.
[
  (let true = 1; false = 2; null = 3; in [ true false null ])
  (let builtins = { map = "mine"; }; in builtins.map)
  (let map = f: l: "mine"; in map 1 2)
  (let toString = x: "mine"; in "${toString 1}")
  (let import = x: x; throw = x: x; abort = x: x; in [ (import 1) (throw 2) (abort 3) ])
  (let __lessThan = a: b: "mine"; in 1 < 2)
  (let __sub = a: b: "mine"; __mul = __sub; __div = __sub; in [ (2 - 1) (2 * 3) (4 / 2) (-1) ])
  ((true: true) "argument")
  ((map: map 1) (x: x + 1))
  (rec { null = 1; x = null; })
  (let f = a: [ a ]; or = 1; in f or)
  ({ or = 1; }.or)
  ({ a = 1; }.b or { or = 2; }.or)
  { inherit ({ or = 1; }) or; }
  (let inherit (builtins) length; in length [ 1 ])
  (builtins.builtins.builtins ? map)
  (let removeAttrs = builtins.attrNames; in removeAttrs { a = 1; })
]
