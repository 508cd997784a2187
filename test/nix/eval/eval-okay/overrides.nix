[
  (rec { a = 1; b = a; __overrides = { a = 2; }; })
  (let o = { x = 5; z = 6; }; in rec { __overrides = o; x = 1; y = x + 1; }).y
]
