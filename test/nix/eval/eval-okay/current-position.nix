let p = __curPos; in
[
  p.line
  p.column
  (builtins.baseNameOf p.file)
  (builtins.removeAttrs (builtins.unsafeGetAttrPos "x" {
    y = 1;
      x = 2;
  }) [ "file" ])
  (builtins.unsafeGetAttrPos "nope" { x = 1; })
  ((builtins.unsafeGetAttrPos "b" ({ a = 1; } // { b = 2; })).column)
]
