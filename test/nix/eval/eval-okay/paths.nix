[
  /a/b/../c
  (/a + "/b")
  (/a + "b/../../c")
  (builtins.baseNameOf ./foo/bar)
  (/. + "x")
  (builtins.typeOf ./x)
  (toString /a/./b)
  (let d = "x"; in /a/${d}/b)
  (/a/${"b"}c)
  (builtins.baseNameOf (builtins.dirOf ./x))
  (/a == /a/b/..)
]
