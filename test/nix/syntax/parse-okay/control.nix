[
  (if a then b else c) (if a then if b then c else d else if e then f else g) (if a then b else c + d) (if a then x: x else y: y) (with a; b) (with a; with b; c) (with a; b + c) (with a; x: x)
  (assert a; b) (assert a; assert b; c) (assert a == b; c d) (if with a; b then assert c; d else e) (if let a = 1; in a then b else c)
]
