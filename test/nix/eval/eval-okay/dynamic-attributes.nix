let name = "n"; in
[
  { ${name} = 1; }
  { "${name}x" = 1; b = 2; }
  { ${null} = 1; a = 2; }
  { a.${name}.b = 1; }
  { ${name}.x = 1; }
  (rec { ${name} = 1; b = 2; }).n
  { n = 1; }.${name}
  ({ a.b = 1; } ? a.${"b"})
  ({ a = 1; } ? ${name})
  { "${name}" = 1; "m${name}" = 2; }
]
