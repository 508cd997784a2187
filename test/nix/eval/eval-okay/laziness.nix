# What is not needed is not evaluated: arguments, attributes, elements, defaults, branches.
let
  boom = throw "evaluated";
  const = a: b: a;
  formals = { a, b ? boom, ... }: a;
in
[
  (const 1 boom)
  (formals { a = 2; c = boom; })
  (builtins.length [ boom boom ])
  (builtins.attrNames { x = boom; y = boom; })
  ({ a = boom; b = 3; }).b
  (if true then 4 else boom)
  (true || boom)
  (false && boom)
  (false -> boom)
  (let x = boom; in 5)
  (with boom; 6)
  ((x: y: y) boom 7)
  ({ a.b = 8; a.c = boom; }).a.b
  (rec { a = boom; b = 9; }).b
  (builtins.elemAt [ boom 10 ] 1)
  ({ x = 1; } // { y = boom; }).x
]
