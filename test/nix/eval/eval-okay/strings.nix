[
  "plain"
  "esc \n \r \t \\ \" \${x} $${x} $x"
  "a${"b"}c${toString 1}"
  ''
    indented
      more
    less
  ''
  ''one line''
  ''
    ''${escaped} ''$ ''' ''\t|''\n
  ''
  ''
    ${"interp"} at start
      ${"x"}
  ''
  ("a" + "b")
  ("x" + toString [ 1 2 [ 3 [ ] ] "a" true false null 1.5 ])
  (toString [ ])
  (toString [ "" "" ])
  (toString (-5))
  (toString 1.0)
  (toString 1.0e30)
  https://example.org/a?b=c
  "é🎉"
  (builtins.stringLength "é🎉")
  (builtins.substring 0 1 "abc")
]
