# A value that failed under `tryEval` fails again the same way, and what lies beside it can still be had.
let
  try = x: (builtins.tryEval x).success;
  boom = throw "boom";
  set = { bad = boom; worse = set.bad; good = 1; deep = [ set.good set.bad ]; };
  list = [ 1 boom 3 ];
  checked = assert false; "never";
  f = x: if x then throw "f" else x;
  partial = builtins.foldl' (a: b: a + b) 0 list;
  recursive = { a = if try recursive.b then 1 else 2; b = throw "b"; c = recursive.a; };
in
[
  (map try [ boom boom set.bad set.worse set.bad set.good ])
  [ (try (builtins.deepSeq set 1)) (try (builtins.deepSeq set 1)) set.good (builtins.head set.deep) ]
  [ (try partial) (try partial) (builtins.head list) (try (builtins.elemAt list 1)) (builtins.elemAt list 2) ]
  [ (builtins.tryEval checked) (builtins.tryEval checked) ]
  (map (x: builtins.tryEval (f x)) [ true false true false ])
  recursive.c
  (builtins.tryEval (builtins.tryEval boom))
  (builtins.tryEval (builtins.tryEval boom).value)
  (try (builtins.toJSON set))
  (try "${boom}")
  (try { a = boom; })
  (try { a = boom; }.a)
  (try { ${boom} = 1; })
  (try (boom // { }))
  (try (x: boom))
  (try ((x: boom) 1))
  (try (({ a ? boom }: 1) { }))
  (try (({ a ? boom }: a) { }))
  (try (builtins.seq boom 1))
  (try [ boom ])
  (try (builtins.length [ boom ]))
  (try ([ boom ] == [ 1 ]))
  (try ([ 1 boom ] == [ 2 boom ]))
  (try (with boom; 1))
  (try (with boom; x: x))
  (try (let inherit ({ a = boom; }) a; in 1))
  (try (let inherit (boom) a; in a))
]
