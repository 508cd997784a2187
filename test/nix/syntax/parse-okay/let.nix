[
  (let a = 1; in a) (let a = 1; b = a; in let c = b; in c) (let in 1) (let a.b = 1; a.c = 2; in a) (let "a" = 1; in a) (let ${"a"} = 1; in a) (let a.${b} = 1; in a) (let a = { ${b} = 1; }; in a)
  (let { body = 1; }) (let { a = body; body = 1; ${a} = 2; }) (let { body = 1; }.a) (let or = 1; in 2) (let a = 1; in a b) (let a = 1; in x: x)
]
