[
  (x: x) (x:y: x) (x : y : x) ({ }: 1) ({ a }: a) ({ a, b }: a) ({ a, b, }: a) ({ ... }: 1) ({ a, ... }: a) ({ a ? 1 }: a) ({ a ? b: b, c ? { d = 1; }.d, ... }: a)
  (x@{ a }: a) ({ a }@x: a) (x @ { } : 1) ({ ... } @ x : 1) ({ a }: { b }: c: { d = a; }) (a: { }) (a: { b }: b) ({ a ? { b = 1; } }: a) ({ a, a' }: a)
  (x: y: x + y) (x: if x then y else z) (x: let y = 1; in y) (x: with x; y) (x: assert x; y) (x: -x)
]
